package org.icecore.criu.json;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.field.DefectLog;
import org.icecore.criu.field.Display;
import org.icecore.criu.field.FieldNode;
import org.icecore.criu.field.FieldValue;
import org.icecore.criu.field.MessageFields;
import org.icecore.criu.raw.InternetAddress;
import org.icecore.evidence.EvidenceException;

/// Writes messages: fields that are there, by ascending number; of a field that occurs too often what protobuf takes.
///
/// What crit leaves out (unknown fields) or fails at (absent required fields, damage) becomes a defect.
final class MessageJson {

    private static final int BYTES_OF_ADDRESS = 4;

    private final JsonText json;
    private final boolean pretty;
    private final boolean bigEndian;
    private final DefectLog defects;

    MessageJson(JsonText json, boolean pretty, boolean bigEndian, DefectLog defects) {
        this.json = json;
        this.pretty = pretty;
        this.bigEndian = bigEndian;
        this.defects = defects;
    }

    /// The members of the object, without its braces.
    void members(FieldValue.Message message) throws IOException, EvidenceException {
        MessageFields fields = message.fields();
        int[] order = fields.byNumber();
        var missing = new ArrayList<String>();
        for (FieldDescriptor field : message.type().getFields()) {
            if (field.isRequired()) {
                missing.add(field.getName());
            }
        }
        for (int from = 0, to; from < order.length; from = to) {
            int number = fields.number(order[from]);
            to = from + 1;
            while (to < order.length && fields.number(order[to]) == number) {
                to++;
            }
            FieldDescriptor field = message.type().findFieldByNumber(number);
            if (field == null) {
                for (int i = from; i < to; i++) {
                    unknown(fields.get(order[i]));
                }
            } else if (field.isRepeated()) {
                repeated(field, fields, order, from, to);
            } else if (single(fields, order, from, to)) {
                missing.remove(field.getName());
            }
        }
        if (!missing.isEmpty()) {
            defects.add(
                    message.range(),
                    "%s without required %s"
                            .formatted(message.type().getName(), String.join(", ", missing)));
        }
        if (fields.damage().isPresent()) {
            defects.add(fields.getLast().range(), fields.damage().get());
        }
    }

    private void unknown(FieldNode node) {
        defects.add(
                node.range(),
                "field %s (%s) is not known to this release and not shown"
                        .formatted(node.name(), node.type()));
    }

    private void object(FieldValue.Message message) throws IOException, EvidenceException {
        json.beginObject();
        members(message);
        json.endObject();
    }

    private boolean single(MessageFields fields, int[] order, int from, int to)
            throws IOException, EvidenceException {
        Optional<FieldNode> taken = Optional.empty();
        for (int i = from; i < to; i++) {
            FieldNode node = fields.get(order[i]);
            if (node.value() instanceof FieldValue.Unknown
                    || node.value() instanceof FieldValue.Packed) {
                unknown(node);
            } else if (taken.isPresent()
                    && taken.get().value() instanceof FieldValue.Message earlier
                    && node.value() instanceof FieldValue.Message later) {
                taken = Optional.of(taken.get().with(earlier.mergedWith(later)));
            } else {
                taken = Optional.of(node);
            }
        }
        if (taken.isPresent()) {
            json.name(taken.get().name());
            value(taken.get().value());
        }
        return taken.isPresent();
    }

    private void repeated(
            FieldDescriptor field, MessageFields fields, int[] order, int from, int to)
            throws IOException, EvidenceException {
        if (pretty && Display.of(field) instanceof Display.Address) {
            addresses(field, fields, order, from, to);
            return;
        }
        boolean begun = false;
        for (int i = from; i < to; i++) {
            FieldNode node = fields.get(order[i]);
            boolean packed = node.value() instanceof FieldValue.Packed;
            for (FieldNode element : packed ? node.children() : List.of(node)) {
                if (element.value() instanceof FieldValue.Unknown) {
                    unknown(element);
                    continue;
                }
                if (!begun) {
                    json.name(field.getName()).beginArray();
                    begun = true;
                }
                value(element.value());
            }
        }
        if (begun) {
            json.endArray();
        }
    }

    private void addresses(
            FieldDescriptor field, MessageFields fields, int[] order, int from, int to)
            throws IOException {
        var words = new ArrayList<FieldValue.Scalar>();
        for (int i = from; i < to; i++) {
            FieldNode node = fields.get(order[i]);
            boolean packed = node.value() instanceof FieldValue.Packed;
            for (FieldNode element : packed ? node.children() : List.of(node)) {
                if (element.value() instanceof FieldValue.Scalar word) {
                    words.add(word);
                } else {
                    unknown(element);
                }
            }
        }
        if (words.isEmpty()) {
            return;
        }
        json.name(field.getName()).beginArray();
        if (words.size() == 1 || words.size() == BYTES_OF_ADDRESS) {
            var bytes = new byte[words.size() * BYTES_OF_ADDRESS];
            for (int i = 0; i < bytes.length; i++) {
                int place = i % BYTES_OF_ADDRESS;
                int shift = 8 * (bigEndian ? BYTES_OF_ADDRESS - 1 - place : place);
                bytes[i] = (byte) (words.get(i / BYTES_OF_ADDRESS).bits() >> shift);
            }
            json.string(InternetAddress.text(bytes));
        } else {
            // No address has so many words: the numbers as they are.
            for (FieldValue.Scalar word : words) {
                json.literal(Long.toString(word.bits()));
            }
        }
        json.endArray();
    }

    private void value(FieldValue value) throws IOException, EvidenceException {
        switch (value) {
            case FieldValue.Message message -> object(message);
            case FieldValue.Scalar scalar -> scalar(scalar);
            case FieldValue.Text text -> json.string(text.text());
            case FieldValue.Bytes bytes -> {
                if (bytes.display() instanceof Display.Quoted) {
                    json.string(bytes.quoted());
                } else {
                    json.base64(bytes.copy());
                }
            }
            case FieldValue.Packed _,
                    FieldValue.Raw _,
                    FieldValue.Word _,
                    FieldValue.Parts _,
                    FieldValue.Unknown _ ->
                    throw new IllegalArgumentException("no value of a message: " + value);
        }
    }

    private void scalar(FieldValue.Scalar scalar) throws IOException {
        switch (scalar.field().getType()) {
            case BOOL -> json.literal(scalar.bits() == 0 ? "false" : "true");
            case ENUM -> {
                if (scalar.name().isPresent()) {
                    json.string(scalar.name().get());
                } else {
                    json.literal(scalar.decimal());
                }
            }
            default -> {
                Optional<String> text =
                        pretty ? scalar.display().text(scalar.bits()) : Optional.empty();
                if (text.isPresent()) {
                    json.string(text.get());
                } else {
                    json.literal(scalar.decimal());
                }
            }
        }
    }
}
