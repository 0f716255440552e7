package org.icecore.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// One entry of an archive, as its header describes it; nothing is resolved or normalised.
///
/// An archive can have hundreds of thousands, so it is no record: it keeps numbers, and makes ranges of them when asked.
public final class Member {

    private final String name;
    private final String linkTarget;
    private final Attributes attributes;
    private final long size;
    private final long headerStart;
    private final long headerEnd;
    private final long payloadStart;
    private final long payloadEnd;

    Member(
            String name,
            String linkTarget,
            long size,
            Attributes attributes,
            ByteRange header,
            ByteRange payload) {
        this.name = name;
        this.linkTarget = linkTarget;
        this.attributes = attributes;
        this.size = size;
        this.headerStart = header.start();
        this.headerEnd = header.end();
        this.payloadStart = payload.start();
        this.payloadEnd = payload.end();
    }

    /// What many members of an archive have in common, and share.
    record Attributes(
            Type type, int mode, long uid, long gid, Instant modified, MemberExtras extras) {

        Attributes(Type type, int mode, long uid, long gid, Instant modified) {
            this(type, mode, uid, gid, modified, MemberExtras.NONE);
        }
    }

    /// The number of a device, by which the kernel finds its driver.
    public record Device(long major, long minor) {

        /// `1:3`, as `/proc` and `lsblk` write it.
        @Override
        public String toString() {
            return major + ":" + minor;
        }
    }

    /// The name as written, e.g. `checkpoint/core-1.img`; may be absolute or hold `..` in hostile input.
    public String name() {
        return name;
    }

    /// What it is.
    public Type type() {
        return attributes.type();
    }

    /// Bytes of content; 0 for all but files.
    public long size() {
        return size;
    }

    /// Permission bits, as in `chmod`.
    public int mode() {
        return attributes.mode();
    }

    /// Number of the user that owns it; -1 where the archive does not say.
    public long uid() {
        return attributes.uid();
    }

    /// Number of the group that owns it; -1 where the archive does not say.
    public long gid() {
        return attributes.gid();
    }

    /// When the content was last changed, by the word of the archive.
    public Instant modified() {
        return attributes.modified();
    }

    /// Name of the user that owned it where it was packed; empty where the archive does not say.
    public String user() {
        return attributes.extras().user();
    }

    /// Name of the group that owned it where it was packed; empty where the archive does not say.
    public String group() {
        return attributes.extras().group();
    }

    /// Which device it is; nothing if it is none.
    public Optional<Device> device() {
        return attributes.extras().device();
    }

    /// When it was last read, by the word of the archive; most archives keep no such time.
    public Optional<Instant> accessed() {
        return attributes.extras().accessed();
    }

    /// When its attributes were last changed, by the word of the archive; most archives keep no such time.
    public Optional<Instant> changed() {
        return attributes.extras().changed();
    }

    /// Its extended attributes, in the order of the archive.
    public List<ExtendedAttribute> extended() {
        return attributes.extras().extended();
    }

    /// What a symbolic or hard link points to; empty otherwise.
    public String linkTarget() {
        return linkTarget;
    }

    /// Where the headers lie in the (uncompressed) archive.
    public ByteRange header() {
        return new ByteRange(headerStart, headerEnd);
    }

    /// Where the content lies in the (uncompressed) archive; empty for a sparse file, which has no single run.
    public ByteRange payload() {
        return new ByteRange(payloadStart, payloadEnd);
    }

    /// Where all of it lies in the (uncompressed) archive, headers and content; of a sparse file the headers alone.
    public ByteRange whole() {
        return new ByteRange(headerStart, Math.max(headerEnd, payloadEnd));
    }

    /// The same under another name.
    Member named(String other) {
        return new Member(other, linkTarget, size, attributes, header(), payload());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member that
                && name.equals(that.name)
                && linkTarget.equals(that.linkTarget)
                && attributes.equals(that.attributes)
                && size == that.size
                && header().equals(that.header())
                && payload().equals(that.payload());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, size, headerStart, payloadStart);
    }

    @Override
    public String toString() {
        return "%s, %s of %d bytes, headers at %s, content at %s"
                .formatted(name, type(), size, header(), payload());
    }

    /// What an entry is.
    public enum Type {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        FIFO,
        CHARACTER_DEVICE,
        BLOCK_DEVICE,
        /// A type flag that this release does not know; listed, never interpreted.
        OTHER;

        /// The words for tables, e.g. `symbolic link`.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
