package org.icecore.criu.field;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;

/// What a field holds.
public sealed interface FieldValue {

    /// A number, a truth value or an enum.
    ///
    /// @param field what the schema says of it
    /// @param bits the value, widened to 64 bits with its sign or, if unsigned, with zeros
    /// @param display how it is shown
    record Scalar(FieldDescriptor field, long bits, Display display) implements FieldValue {
        /// The number in decimal.
        public String decimal() {
            return ScalarText.decimal(this);
        }

        /// The name of the value of an enum; empty if it has none or is no enum.
        public Optional<String> name() {
            return ScalarText.name(this);
        }
    }

    /// Numbers packed into one value.
    ///
    /// @param numbers nodes without a tag of their own; read when asked for
    record Packed(FieldDescriptor field, List<FieldNode> numbers) implements FieldValue {}

    /// Text, which CRIU took from the kernel byte by byte: it is UTF-8 where its author wanted it to be.
    record Text(EntryBytes bytes, int from, int to) implements FieldValue {
        /// The text; a byte that is no UTF-8 is U+DC00 plus its value, as Python has it.
        public String text() {
            return LenientText.of(bytes.array(), from, to);
        }
    }

    /// Bytes of a message.
    record Bytes(EntryBytes bytes, int from, int to, Display display) implements FieldValue {
        /// A copy of them.
        public byte[] copy() {
            return bytes.copy(from, to);
        }

        /// As quoted-printable text.
        public String quoted() {
            return QuotedPrintable.of(copy());
        }
    }

    /// Raw bytes outside of any message, which stay in the evidence.
    record Raw(ByteSource source, ByteRange range) implements FieldValue {}

    /// A message in a message.
    ///
    /// @param depth how many messages it lies in
    /// @param hex whether all numbers in it are shown in hexadecimal
    record Message(Descriptor type, EntryBytes bytes, int from, int to, int depth, boolean hex)
            implements FieldValue {

        /// Messages in one another beyond this are not taken apart.
        public static final int DEEPEST = 32;

        /// Its fields, in the order of its bytes.
        public MessageFields fields() {
            return new MessageFields(this);
        }

        /// Where it lies in the image.
        public ByteRange range() {
            return bytes.range(from, to);
        }

        /// What protobuf takes two occurrences of a field for that is to occur once: the second is read behind the
        /// first. Ranges in it are those of the first.
        public Message mergedWith(Message later) {
            var both = EntryBytes.joined(bytes, from, to, later.bytes, later.from, later.to);
            return new Message(type, both, 0, to - from + later.to - later.from, depth, hex);
        }
    }

    /// A number outside of any message: a magic, the size of an entry, a semaphore.
    record Word(long number, String shown, ByteOrder order) implements FieldValue {}

    /// What belongs together without being a message.
    ///
    /// @param parts in the order of their bytes; may be made when asked for, so it is no copy
    /// @param shown what it is called; empty if its type says all
    record Parts(List<FieldNode> parts, String shown) implements FieldValue {
        Parts(List<FieldNode> parts) {
            this(parts, "");
        }
    }

    /// A field that the schema does not know, or not in this form, or bytes that cannot be read at all.
    ///
    /// @param form the wire type in words, or why the bytes cannot be read
    record Unknown(String form, EntryBytes bytes, int from, int to) implements FieldValue {}
}
