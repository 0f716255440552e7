package org.icecore.evidence;

/// A tar header that cannot be trusted.
final class DamagedHeaderException extends EvidenceException {

    private static final long serialVersionUID = 1L;

    private final long position;

    DamagedHeaderException(Location at, long position, String defect) {
        super(at, defect);
        this.position = position;
    }

    /// Where the header begins.
    long position() {
        return position;
    }
}
