package org.icecore.report.pdf;

/// Content that is not read aloud. ISO 32000-1, table 330.
enum Artifact implements Marking {
    /// Rules, grounds and headers that are drawn again.
    LAYOUT("Layout"),
    /// Running headers and page numbers.
    PAGINATION("Pagination");

    private final String type;

    Artifact(String type) {
        this.type = type;
    }

    /// The value of the key `Type` in the property list.
    String type() {
        return type;
    }
}
