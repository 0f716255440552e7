package org.icecore.evidence;

/// Where a statement about the evidence can be re-checked: a member of the archive and a byte range in it.
///
/// The empty range at the start stands for the file as a whole, of which no byte can be shown: its text is the bare name.
///
/// The text form is `checkpoint/pstree.img+0x0..0x4`; the numbers are those that `xxd -s` takes on the extracted member.
public record Location(String member, ByteRange range) {

    /// The location of `length` bytes at `start` of `member`.
    public static Location of(String member, long start, long length) {
        return new Location(member, ByteRange.of(start, length));
    }

    @Override
    public String toString() {
        return range.end() == 0 ? member : member + "+" + range;
    }
}
