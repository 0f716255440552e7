package org.icecore.analysis.compare;

/// What became of the pages of two pieces of memory. A page can count more than once: changed here, not captured there.
///
/// @param changed pages that hold at least one changed byte
/// @param added pages mapped in the second checkpoint only
/// @param removed pages mapped in the first checkpoint only
/// @param oneSided pages mapped on both sides of which only one checkpoint knows the content
public record PageCounts(long changed, long added, long removed, long oneSided) {

    /// No page.
    public static final PageCounts NONE = new PageCounts(0, 0, 0, 0);

    /// Both together.
    public PageCounts plus(PageCounts other) {
        return new PageCounts(
                changed + other.changed,
                added + other.added,
                removed + other.removed,
                oneSided + other.oneSided);
    }
}
