package org.icecore.analysis.compare;

/// What kind of thing a change is about.
public enum ChangeKind {
    METADATA("metadata"),
    HOST_NAME("host name"),
    NETWORK("network"),
    TASK("task"),
    THREAD("thread"),
    REGISTERS("registers"),
    CREDENTIAL("credential"),
    ENVIRONMENT("environment"),
    LIMIT("limit"),
    SIGNAL("signal"),
    TIMER("timer"),
    NAMESPACE("namespace"),
    MAPPING("mapping"),
    MEMORY("memory"),
    DESCRIPTOR("descriptor"),
    SOCKET("socket"),
    LOCK("lock"),
    QUEUE("queue"),
    IPC("System V object"),
    TERMINAL("terminal"),
    CGROUP("control group"),
    MOUNT("mount"),
    ROOTFS("rootfs"),
    TMPFS("tmpfs"),
    VOLUME("volume file"),
    GHOST_FILE("ghost file"),
    MEMBER("member");

    private final String label;

    ChangeKind(String label) {
        this.label = label;
    }

    /// The word for tables and filters.
    public String label() {
        return label;
    }
}
