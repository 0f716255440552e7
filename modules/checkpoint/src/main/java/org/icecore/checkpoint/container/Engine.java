package org.icecore.checkpoint.container;

/// The program that had the checkpoint taken.
public enum Engine {
    PODMAN("Podman"),
    CRIO("CRI-O"),
    CONTAINERD("containerd"),
    /// Nothing in the evidence names it.
    UNKNOWN("unknown");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    /// Its name as its makers write it.
    public String label() {
        return label;
    }
}
