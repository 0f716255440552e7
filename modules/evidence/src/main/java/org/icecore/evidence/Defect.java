package org.icecore.evidence;

/// Something wrong with the evidence that did not stop the rest from being read.
public record Defect(Location at, String text) {

    /// The defect that `exception` reports.
    public static Defect of(EvidenceException exception) {
        return new Defect(exception.at(), exception.defect());
    }

    @Override
    public String toString() {
        return at + ": " + text;
    }
}
