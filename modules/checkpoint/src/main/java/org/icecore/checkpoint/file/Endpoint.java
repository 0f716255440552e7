package org.icecore.checkpoint.file;

/// One end of an internet socket.
///
/// @param address in the usual notation, e.g. `127.0.0.1` or `::1`; `0.0.0.0` or `::` for any
/// @param port 0 for any
public record Endpoint(String address, int port) {

    /// Whether it names no peer: any address, no port.
    public boolean unspecified() {
        return port == 0 && (address.equals("0.0.0.0") || address.equals("::"));
    }

    /// Whether the address leads back to where it is used.
    public boolean loopback() {
        return address.startsWith("127.") || address.equals("::1");
    }

    /// `127.0.0.1:80` or `[::1]:80`.
    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
