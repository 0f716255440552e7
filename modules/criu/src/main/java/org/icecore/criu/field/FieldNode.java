package org.icecore.criu.field;

import java.util.List;
import org.icecore.evidence.ByteRange;

/// One field of an image, with the bytes it was read from.
///
/// @param name as in CRIU's messages; `#27` for a field that the schema does not know; of raw bytes what crit calls them
/// @param number the field number; 0 outside of a message
/// @param type in words: `uint64`, `enum`, `VmaEntry`, `packed uint32`, ...
/// @param value what it holds
/// @param range all of its bytes in the image: tag, length and value
/// @param valueRange the bytes of its value
public record FieldNode(
        String name,
        int number,
        String type,
        FieldValue value,
        ByteRange range,
        ByteRange valueRange) {

    /// The type of bytes that cannot be read; what is shown is why.
    static final String UNREADABLE = "unreadable";

    /// What lies in it, in the order of its bytes; taken apart at each call, so keep the list while you need it.
    public List<FieldNode> children() {
        return switch (value) {
            case FieldValue.Message message -> message.fields();
            case FieldValue.Packed(_, var numbers) -> numbers;
            case FieldValue.Parts(var parts, _) -> parts;
            case FieldValue.Bytes bytes when bytes.display() instanceof Display.Filter ->
                    FilterNodes.of(bytes);
            case FieldValue.Scalar _,
                    FieldValue.Text _,
                    FieldValue.Bytes _,
                    FieldValue.Raw _,
                    FieldValue.Word _,
                    FieldValue.Unknown _ ->
                    List.of();
        };
    }

    /// The same field with another value.
    public FieldNode with(FieldValue other) {
        return new FieldNode(name, number, type, other, range, valueRange);
    }

    /// The value in one line, as crit's pretty form has it: `PROT_READ | PROT_EXEC`. Of bytes, messages and lists how
    /// much there is.
    public String shown() {
        return switch (value) {
            case FieldValue.Scalar scalar -> ScalarText.of(scalar);
            case FieldValue.Text text -> text.text();
            case FieldValue.Bytes bytes ->
                    bytes.display() instanceof Display.Quoted
                            ? bytes.quoted()
                            : bytes(bytes.to() - bytes.from());
            case FieldValue.Word(_, var shown, _) -> shown;
            case FieldValue.Raw(_, var raw) -> bytes(raw.length());
            case FieldValue.Unknown unknown ->
                    type.equals(UNREADABLE) ? unknown.form() : bytes(unknown.to() - unknown.from());
            case FieldValue.Packed(_, var numbers) -> numbers.size() + " values";
            case FieldValue.Parts(_, var shown) -> shown;
            case FieldValue.Message _ -> "";
        };
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }
}
