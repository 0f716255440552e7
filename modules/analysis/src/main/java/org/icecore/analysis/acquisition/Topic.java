package org.icecore.analysis.acquisition;

/// What a statement on the acquisition is about, in the order in which it is told.
public enum Topic {
    /// Engine, runtime, CRIU, kernel, and the form of the evidence.
    SOFTWARE("software"),
    /// What CRIU was told to do.
    OPTIONS("options"),
    /// How long the tasks stood still.
    FREEZE("freeze"),
    /// CRIU's own log.
    LOG("log of CRIU"),
    /// Damage, encryption, images expected and not there, remnants of earlier dumps.
    IMAGES("images"),
    /// Mapped bytes that are in no image.
    MEMORY("memory"),
    /// Earlier dumps that pages were left to.
    PARENTS("earlier dumps"),
    /// Namespaces, mounts and files that were handed in from outside.
    OUTSIDE("outside the container"),
    /// What the export says of the root file system.
    ROOTFS("root file system"),
    /// What the engine lays beside the images.
    DOCUMENTS("engine's files"),
    /// Where each time comes from.
    CLOCKS("clocks");

    private final String label;

    Topic(String label) {
        this.label = label;
    }

    /// The words for tables.
    public String label() {
        return label;
    }
}
