package org.icecore.evidence;

/// Where an archive lies among archives that hold each other.
///
/// @param chain what the names in its locations begin with: the members it lies in, each with `: ` behind
/// @param depth how many members it lies in
/// @param budget what may still be unpacked of all of them together
record Nesting(String chain, int depth, UnpackingBudget budget) {

    /// A layer within a layer of an image in a tar in a zip, and what is packed in that, is as deep as people go; a bomb goes
    /// on.
    private static final int DEEPEST = 8;

    static Nesting outermost(Unpacking unpacking) {
        return new Nesting("", 0, new UnpackingBudget(unpacking));
    }

    /// The nesting of an archive that lies in `member` of one that is nested as this says.
    ///
    /// @throws EvidenceException if that is too deep
    Nesting within(Member member) throws EvidenceException {
        if (depth == DEEPEST) {
            throw new EvidenceException(
                    Location.of(chain + member.name(), 0, 0),
                    "not opened: archives are opened %d deep in each other".formatted(DEEPEST));
        }
        return new Nesting(chain + member.name() + MemberPath.INTO, depth + 1, budget);
    }
}
