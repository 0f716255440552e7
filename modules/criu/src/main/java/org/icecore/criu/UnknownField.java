package org.icecore.criu;

import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// One occurrence of a field that the schema of this release does not describe: its number, the way it is written, or the
/// value of an enumeration. Newer releases of CRIU write such fields.
///
/// @param message the message that holds it, e.g. `MmEntry`
/// @param number the field's number
/// @param name the field's name, where only its value or the way it is written is unknown
/// @param value the number as decimal or hexadecimal digits; of longer content the first bytes in hexadecimal
/// @param at the field with its tag, to be re-checked with `protoc --decode_raw`
public record UnknownField(
        String message, int number, Optional<String> name, Form form, String value, Location at) {

    /// How the value is written; the wire types of protobuf.
    public enum Form {
        VARINT("varint"),
        FIXED64("fixed64"),
        LENGTH_DELIMITED("length-delimited"),
        GROUP("group"),
        FIXED32("fixed32");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        /// The word that protobuf uses.
        public String label() {
            return label;
        }
    }

    /// Hands every unknown field of `entry`, and of the messages within it and in its payload, to `found`, in file order.
    ///
    /// @param source the image that holds the entry
    /// @throws EvidenceException if the bytes can no longer be read
    public static void find(ByteSource source, ImageEntry entry, Consumer<UnknownField> found)
            throws EvidenceException {
        var walk = new UnknownFieldWalk(source, found);
        walk.message(entry.range(), entry.message().getDescriptorForType());
        for (var part : entry.payload().parts()) {
            walk.message(part.at(), part.message().getDescriptorForType());
        }
    }
}
