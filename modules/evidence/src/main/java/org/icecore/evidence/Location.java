package org.icecore.evidence;

/// Where a statement about the evidence can be re-checked: a member of the archive and a byte range in it.
///
/// The empty range at the start stands for the file as a whole, of which no byte can be shown: its text is the bare name.
///
/// The text form is `checkpoint/pstree.img+0x0..0x4`; the numbers are those that `xxd -s` takes on the extracted member.
/// Every claim carries one, so it is no record: it keeps two numbers, and makes a range of them when asked.
public final class Location {

    private final String member;
    private final long start;
    private final long end;

    public Location(String member, ByteRange range) {
        this.member = member;
        this.start = range.start();
        this.end = range.end();
    }

    /// The location of `length` bytes at `start` of `member`.
    public static Location of(String member, long start, long length) {
        return new Location(member, ByteRange.of(start, length));
    }

    /// The name of the member, or of the file itself.
    public String member() {
        return member;
    }

    /// The bytes of it.
    public ByteRange range() {
        return new ByteRange(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location that
                && member.equals(that.member)
                && start == that.start
                && end == that.end;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * member.hashCode() + Long.hashCode(start)) + Long.hashCode(end);
    }

    @Override
    public String toString() {
        return end == 0 ? member : member + "+" + range();
    }
}
