package org.icecore.evidence;

import java.util.Arrays;
import java.util.HexFormat;

/// An extended attribute of a member, e.g. `security.capability`, as an extended header of a tar keeps it.
///
/// @param name as the file system had it; `acl.access` and the like for access control lists, which archivers write as text
/// @param size bytes of the value, of which [#value()] holds the first
/// @param at the value, in the archive as it is unpacked
public record ExtendedAttribute(String name, byte[] value, long size, ByteRange at) {

    /// What is kept of a value; the kernel's own are shorter, and what is longer is seen at its place.
    static final int KEPT = 1024;

    public ExtendedAttribute {
        value = value.clone();
    }

    /// The value, or its beginning.
    @Override
    public byte[] value() {
        return value.clone();
    }

    /// Whether all of the value is here.
    public boolean whole() {
        return value.length == size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtendedAttribute that
                && name.equals(that.name)
                && Arrays.equals(value, that.value)
                && size == that.size
                && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "%s=%s".formatted(name, HexFormat.of().formatHex(value));
    }
}
