package org.icecore.analysis.compare;

/// How much of two pieces of memory was compared, and what came of it.
///
/// @param pages what became of the pages
/// @param bytesChanged bytes known on both sides and different
/// @param bytesEqual bytes known on both sides and equal
/// @param bytesOneSided bytes mapped on both sides of which only one checkpoint knows the content
/// @param bytesUnknown bytes mapped on both sides of which neither checkpoint knows the content
/// @param bytesAdded bytes mapped in the second checkpoint only
/// @param bytesRemoved bytes mapped in the first checkpoint only
public record MemoryCounts(
        PageCounts pages,
        long bytesChanged,
        long bytesEqual,
        long bytesOneSided,
        long bytesUnknown,
        long bytesAdded,
        long bytesRemoved) {

    /// Nothing at all.
    public static final MemoryCounts NONE = new MemoryCounts(PageCounts.NONE, 0, 0, 0, 0, 0, 0);

    /// Of memory of `bytes` bytes that is mapped in the second checkpoint only.
    public static MemoryCounts added(long bytes, int pageSize) {
        return new MemoryCounts(new PageCounts(0, bytes / pageSize, 0, 0), 0, 0, 0, 0, bytes, 0);
    }

    /// Of memory of `bytes` bytes that is mapped in the first checkpoint only.
    public static MemoryCounts removed(long bytes, int pageSize) {
        return new MemoryCounts(new PageCounts(0, 0, bytes / pageSize, 0), 0, 0, 0, 0, 0, bytes);
    }

    /// Of memory of `bytes` bytes that one checkpoint has mapped, while the other cannot tell whether it had.
    public static MemoryCounts unknown(long bytes, int pageSize) {
        return new MemoryCounts(new PageCounts(0, 0, 0, bytes / pageSize), 0, 0, bytes, 0, 0, 0);
    }

    /// Both together.
    public MemoryCounts plus(MemoryCounts other) {
        return new MemoryCounts(
                pages.plus(other.pages),
                bytesChanged + other.bytesChanged,
                bytesEqual + other.bytesEqual,
                bytesOneSided + other.bytesOneSided,
                bytesUnknown + other.bytesUnknown,
                bytesAdded + other.bytesAdded,
                bytesRemoved + other.bytesRemoved);
    }

    /// Pages that hold at least one changed byte.
    public long pagesChanged() {
        return pages.changed();
    }

    /// Bytes whose content both checkpoints know.
    public long bytesCompared() {
        return bytesChanged + bytesEqual;
    }

    /// Bytes mapped on both sides that cannot be compared.
    public long bytesNotComparable() {
        return bytesOneSided + bytesUnknown;
    }
}
