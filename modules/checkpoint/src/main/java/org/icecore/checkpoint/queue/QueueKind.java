package org.icecore.checkpoint.queue;

/// What kind of queue bytes wait in.
public enum QueueKind {
    PIPE("pipe"),
    FIFO("fifo"),
    /// A Unix socket.
    UNIX("unix socket"),
    /// A TCP connection: arrived and not read by the task.
    TCP_RECEIVED("tcp received"),
    /// A TCP connection: written by the task and not acknowledged by the other side.
    TCP_SENT("tcp sent"),
    TERMINAL("terminal"),
    /// A System V message queue.
    MESSAGES("message queue");

    private final String label;

    QueueKind(String label) {
        this.label = label;
    }

    /// The word for tables.
    public String label() {
        return label;
    }
}
