package org.icecore.evidence;

/// Evidence that cannot be read as what it claims to be; the message names the place first, then the defect.
public class EvidenceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location at;
    private final String defect;
    private final Defect.Kind kind;

    /// A defect at a place of the evidence.
    public EvidenceException(Location at, String defect) {
        this(at, defect, Defect.Kind.DAMAGED);
    }

    /// A defect of that kind at a place of the evidence.
    public EvidenceException(Location at, String defect, Defect.Kind kind) {
        super("%s: %s".formatted(at, defect));
        this.at = at;
        this.defect = defect;
        this.kind = kind;
    }

    /// A defect at a place of the evidence, found through another failure.
    public EvidenceException(Location at, String defect, Throwable cause) {
        super("%s: %s".formatted(at, defect), cause);
        this.at = at;
        this.defect = defect;
        this.kind = Defect.Kind.DAMAGED;
    }

    /// Where the evidence is defective.
    public Location at() {
        return at;
    }

    /// What is wrong there, without the place.
    public String defect() {
        return defect;
    }

    /// What the defect means for what is not found.
    public Defect.Kind kind() {
        return kind;
    }
}
