package org.icecore.fuzz;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.image.Image;
import org.icecore.checkpoint.image.ImageField;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.UnknownField;
import org.icecore.criu.json.ImageJson;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads one image in each way that the program has, and holds the answers against each other.
final class ImageQuestions {

    private static final JsonFactory JSON = new JsonFactory();

    /// A hostile image can have more fields than anybody waits for; the walk itself takes them one by one.
    private static final int MOST_FIELDS = 100_000;

    private static final int MOST_ENTRIES = 4;

    private final ByteSource source;
    private final ImageKind kind;
    private int fields;

    private ImageQuestions(ByteSource source, ImageKind kind) {
        this.source = source;
        this.kind = kind;
    }

    static void ask(byte[] image, ImageKind kind) throws IOException {
        var name = ImageName.of(kind, 7);
        var source = ByteSource.of(name.fileName(), image);
        var questions = new ImageQuestions(source, kind);
        questions.json(ImageJson.plain());
        questions.json(ImageJson.pretty());
        questions.entries(name);
        questions.offsets(name.fileName());
    }

    private void json(ImageJson form) throws IOException {
        var text = new StringBuilder();
        try {
            var defects = form.write(source, kind, text);
            Promise.located(defects, source.size());
            var again = new StringBuilder();
            var others = form.write(source, kind, again);
            Promise.that(
                    text.compareTo(again) == 0 && defects.equals(others),
                    () -> kind + " decodes to something else the second time");
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
            return;
        }
        wellFormed(text.toString());
    }

    private void wellFormed(String text) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                parser.getStringLength();
            }
        } catch (JacksonException malformed) {
            throw new AssertionError(kind + " is not written as JSON: " + text, malformed);
        }
    }

    private void entries(ImageName name) throws IOException {
        var file = ImageFile.read(source, name);
        Promise.located(file.defects(), source.size());
        var visited = new ArrayList<ByteRange>();
        ImageFile.visit(source, name, entry -> visited.add(entry.range()));
        Promise.that(
                visited.equals(file.entries().stream().map(ImageEntry::range).toList()),
                () -> kind + " is visited in other steps than it is read");
        long end = 0;
        for (var entry : file.entries()) {
            Promise.within(entry.range(), source.size(), "entry of " + kind);
            Promise.that(
                    entry.range().start() >= end, () -> "overlapping entries at " + entry.range());
            end = entry.range().end();
            try {
                UnknownField.find(
                        source,
                        entry,
                        field ->
                                Promise.within(
                                        field.at().range(), source.size(), field.toString()));
                locate(file, entry);
            } catch (EvidenceException refusal) {
                Promise.located(refusal);
            }
        }
    }

    private void locate(ImageFile file, ImageEntry entry) throws EvidenceException {
        for (FieldDescriptor field : entry.message().getAllFields().keySet()) {
            for (var place : file.locate(entry, field.getNumber())) {
                Promise.that(
                        place.range().start() >= entry.range().start()
                                && place.range().end() <= entry.range().end(),
                        () -> "%s at %s lies outside of its entry".formatted(field, place));
            }
        }
    }

    private void offsets(String member) throws IOException {
        try {
            var image = Image.recognise(member, source);
            if (image.isEmpty() || !image.get().kind().equals(kind.name())) {
                return;
            }
            var walked = walk(image.get());
            var index = image.get().index(Progress.unwatched());
            Promise.located(index.defects(), source.size());
            Promise.that(
                    walked.size() == index.size() || fields >= MOST_FIELDS,
                    () ->
                            "%d fields of %s in steps, %d by number"
                                    .formatted(walked.size(), kind, index.size()));
            for (int i = 0; i < Math.min(walked.size(), index.size()); i++) {
                int number = i;
                // The magic is no entry.
                if (i > 0 && i <= MOST_ENTRIES) {
                    entry(image.get(), index.at(i));
                }
                var found = index.at(i).range();
                Promise.that(
                        found.equals(walked.get(i)),
                        () ->
                                "field %d of %s at %s and %s"
                                        .formatted(number, kind, found, walked.get(number)));
            }
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private void entry(Image image, ImageField entry) throws IOException {
        var text = new StringBuilder();
        try {
            Promise.located(image.writeEntryJson(entry, text), source.size());
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
            return;
        }
        wellFormed(text.toString());
    }

    private List<ByteRange> walk(Image image) throws EvidenceException {
        var ranges = new ArrayList<ByteRange>();
        var walk = image.fields();
        for (Optional<ImageField> field = walk.next();
                field.isPresent() && fields < MOST_FIELDS;
                field = walk.next()) {
            ranges.add(field.get().range());
            field(field.get(), new ByteRange(0, source.size()));
        }
        Promise.located(walk.defects(), source.size());
        return ranges;
    }

    private void field(ImageField field, ByteRange parent) {
        if (fields++ > MOST_FIELDS) {
            return;
        }
        var range = field.range();
        Promise.that(
                range.start() >= parent.start() && range.end() <= parent.end(),
                () ->
                        "%s %s at %s lies outside of %s"
                                .formatted(kind, field.name(), range, parent));
        var value = field.valueRange();
        Promise.that(
                value.start() >= range.start() && value.end() <= range.end(),
                () ->
                        "%s %s has its value at %s, outside of %s"
                                .formatted(kind, field.name(), value, range));
        field.shown();
        field.type();
        field.at();
        for (var child : field.children()) {
            field(child, range);
        }
    }
}
