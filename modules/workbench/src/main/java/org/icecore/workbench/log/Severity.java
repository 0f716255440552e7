package org.icecore.workbench.log;

/// How grave an entry of the error log is.
public enum Severity {
    /// Something was not done.
    ERROR("error"),
    /// Something was done otherwise, or in part.
    WARNING("warning"),
    /// Worth knowing.
    NOTICE("notice");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /// The word shown for it; also the name of its icon after `severity.`.
    public String word() {
        return word;
    }
}
