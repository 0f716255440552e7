package org.icecore.checkpoint.file;

/// Who gets a signal when an open file is ready: `fcntl` with `F_SETOWN`, a lease or `F_NOTIFY`; `fown_entry`.
///
/// @param id of the thread, process or process group
/// @param signal number of the signal asked for with `F_SETSIG`; 0 stands for SIGIO
/// @param uid real user who asked for it: the signal is sent with the rights of that user
/// @param euid effective user who asked for it
public record SignalOwner(Kind kind, int id, int signal, long uid, long euid) {

    /// What the id is of; F_OWNER_* of include/uapi/asm-generic/fcntl.h.
    public enum Kind {
        THREAD("thread"),
        PROCESS("process"),
        GROUP("process group"),
        /// A number that no kernel writes.
        UNKNOWN("unknown kind of owner");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }

        /// By the number in the image.
        public static Kind of(int number) {
            return switch (number) {
                case 0 -> THREAD;
                case 1 -> PROCESS;
                case 2 -> GROUP;
                default -> UNKNOWN;
            };
        }
    }
}
