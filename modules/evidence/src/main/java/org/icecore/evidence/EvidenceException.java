package org.icecore.evidence;

/// Evidence that cannot be read as what it claims to be; the message names the place first, then the defect.
public class EvidenceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location at;
    private final String defect;

    /// A defect at a place of the evidence.
    public EvidenceException(Location at, String defect) {
        super("%s: %s".formatted(at, defect));
        this.at = at;
        this.defect = defect;
    }

    /// A defect at a place of the evidence, found through another failure.
    public EvidenceException(Location at, String defect, Throwable cause) {
        super("%s: %s".formatted(at, defect), cause);
        this.at = at;
        this.defect = defect;
    }

    /// Where the evidence is defective.
    public Location at() {
        return at;
    }

    /// What is wrong there, without the place.
    public String defect() {
        return defect;
    }
}
