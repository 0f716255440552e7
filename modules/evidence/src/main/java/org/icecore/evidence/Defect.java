package org.icecore.evidence;

/// Something wrong with the evidence that did not stop the rest from being read.
///
/// @param kind what it means for what is not found
public record Defect(Location at, String text, Kind kind) {

    /// Damage at a place of the evidence.
    public Defect(Location at, String text) {
        this(at, text, Kind.DAMAGED);
    }

    /// The defect that `exception` reports.
    public static Defect of(EvidenceException exception) {
        return new Defect(exception.at(), exception.defect(), exception.kind());
    }

    @Override
    public String toString() {
        return at + ": " + text;
    }

    /// What a defect means for what is not found.
    public enum Kind {
        /// The evidence ends before its end: what is not found may have stood behind the cut.
        CUT,
        /// Something cannot be read as what it claims to be: what is not found may have been lost with it.
        DAMAGED,
        /// All of it can be read and it is unusual, as a name that occurs twice is: nothing is lost.
        ODD
    }
}
