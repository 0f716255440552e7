package org.icecore.criu.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.AbstractList;
import java.util.Optional;
import org.icecore.evidence.ByteRange;

/// The fields of one message in the order of its bytes; each is made when it is asked for.
///
/// Bytes that cannot be read are the last node.
public final class MessageFields extends AbstractList<FieldNode> {

    private final FieldValue.Message message;
    private final WireIndex index;
    private final SocketFilter filter;
    private final Optional<WireException> damage;

    MessageFields(FieldValue.Message message) {
        this.message = message;
        if (message.depth() > FieldValue.Message.DEEPEST) {
            index = WireIndex.of(message.bytes().array(), message.to(), message.to());
            damage =
                    Optional.of(
                            new WireException(
                                    message.from(),
                                    "more than %d messages in one another"
                                            .formatted(FieldValue.Message.DEEPEST)));
        } else {
            index = WireIndex.of(message.bytes().array(), message.from(), message.to());
            damage = index.damage();
        }
        filter = SocketFilter.of(message, index);
    }

    @Override
    public int size() {
        return index.size() + (damage.isPresent() ? 1 : 0);
    }

    @Override
    public FieldNode get(int i) {
        if (i == index.size() && damage.isPresent()) {
            return rest(damage.get());
        }
        int number = index.number(i);
        var at = message.bytes().range(index.start(i), index.end(i));
        var valueAt = message.bytes().range(index.value(i), index.end(i));
        FieldDescriptor field = message.type().findFieldByNumber(number);
        if (field == null) {
            return unknown("#" + number, i, at, valueAt);
        }
        return WireValue.of(message, field, index.wireType(i), index.value(i), index.end(i))
                .map(value -> filter.instruction(i, value))
                .map(
                        value ->
                                new FieldNode(
                                        field.getName(), number, type(value), value, at, valueAt))
                .orElseGet(() -> unknown(field.getName(), i, at, valueAt));
    }

    /// What ended the message early, and the bytes that could not be read.
    public Optional<String> damage() {
        return damage.map(WireException::text);
    }

    /// The positions in this list by ascending field number, of one number as they lie in the message; what cannot be
    /// read is not among them.
    public int[] byNumber() {
        return index.byNumber();
    }

    /// The field number at a position that [#byNumber()] gave.
    public int number(int i) {
        return index.number(i);
    }

    private FieldNode unknown(String name, int i, ByteRange at, ByteRange valueAt) {
        String form =
                switch (index.wireType(i)) {
                    case WireCursor.VARINT -> "number";
                    case WireCursor.FIXED_64 -> "64 bits";
                    case WireCursor.FIXED_32 -> "32 bits";
                    case WireCursor.GROUP -> "group";
                    default -> "bytes";
                };
        var value = new FieldValue.Unknown(form, message.bytes(), index.value(i), index.end(i));
        return new FieldNode(name, index.number(i), "unknown " + form, value, at, valueAt);
    }

    private FieldNode rest(WireException damage) {
        var at = message.bytes().range(damage.at(), message.to());
        var value =
                new FieldValue.Unknown(damage.text(), message.bytes(), damage.at(), message.to());
        return new FieldNode("?", 0, FieldNode.UNREADABLE, value, at, at);
    }

    private static String type(FieldValue value) {
        return switch (value) {
            case FieldValue.Scalar(var field, _, _) -> word(field);
            case FieldValue.Packed(var field, _) -> "packed " + word(field);
            case FieldValue.Message(var type, _, _, _, _, _) -> type.getName();
            case FieldValue.Text _ -> "string";
            case FieldValue.Bytes _, FieldValue.Raw _ -> "bytes";
            case FieldValue.Word _, FieldValue.Parts _, FieldValue.Unknown _ -> "";
        };
    }

    private static String word(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.ENUM
                ? field.getEnumType().getName()
                : field.getType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
