package org.icecore.checkpoint.signal;

/// A signal.
///
/// @param number as the machine counts: MIPS numbers differ from all others
/// @param name `SIGUSR2`, `SIGRTMIN+1` as the C library counts real-time signals, or `signal 77` for one without a name
public record Signal(int number, String name) {

    @Override
    public String toString() {
        return name;
    }
}
