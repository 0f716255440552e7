package org.icecore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Progress;
import org.icecore.report.writing.JsonText;
import org.icecore.report.writing.Steps;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes a report as JSON, for programs: the same facts, fields always in the same order, one row to a line.
///
/// Text is that of the evidence, unescaped but for what JSON demands and for characters that cannot be seen, which are
/// written as escapes of JSON and are therefore read back as they were. Addresses are strings.
public final class JsonWriter implements ReportWriter {

    /// A writer without settings; one can serve any number of reports.
    public JsonWriter() {}

    private static final int FORMAT_VERSION = 1;

    @Override
    public void write(Report report, OutputStream out, Progress progress) throws IOException {
        var indenter = new DefaultIndenter("  ", "\n");
        var layout =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try (var json =
                JsonMapper.shared()
                        .writer()
                        .with(layout)
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out)) {
            new Document(json, Steps.of(report, progress)).write(report);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /// One report on its way to JSON.
    private record Document(JsonGenerator json, Steps steps) {

        void write(Report report) {
            json.writeStartObject();
            json.writeStringProperty("format", "icecore-report");
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            text("title", report.title());
            text("subtitle", report.subtitle());
            text("language", report.language());
            json.writeObjectPropertyStart("tool");
            text("name", report.tool().name());
            text("version", report.tool().version());
            json.writeEndObject();
            json.writeStringProperty("created", report.created().toString());
            facts(report.facts());
            sections(report.sections());
            json.writeEndObject();
        }

        private void sections(List<Section> sections) {
            json.writeArrayPropertyStart("sections");
            for (var section : sections) {
                json.writeStartObject();
                text("title", section.title());
                text("anchor", section.anchor());
                json.writeArrayPropertyStart("blocks");
                for (var block : section.blocks()) {
                    json.writeStartObject();
                    write(block);
                    json.writeEndObject();
                    steps.next();
                }
                json.writeEndArray();
                if (!section.sections().isEmpty()) {
                    sections(section.sections());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void write(Block block) {
            switch (block) {
                case Paragraph paragraph -> {
                    json.writeStringProperty("kind", "paragraph");
                    text("text", paragraph.text());
                    optional("location", paragraph.location());
                }
                case FactList list -> {
                    json.writeStringProperty("kind", "facts");
                    facts(list.facts());
                }
                case Table table -> {
                    json.writeStringProperty("kind", "table");
                    optional("anchor", table.anchor());
                    optional("caption", table.caption());
                    columns(table.columns());
                    json.writeArrayPropertyStart("rows");
                    table.rows().forEach(row -> write(row, Optional.empty()));
                    json.writeEndArray();
                    omitted(table.omitted());
                }
                case Tree tree -> {
                    json.writeStringProperty("kind", "tree");
                    optional("anchor", tree.anchor());
                    optional("caption", tree.caption());
                    columns(tree.columns());
                    json.writeArrayPropertyStart("rows");
                    tree.nodes().forEach(node -> write(node.row(), Optional.of(node.depth())));
                    json.writeEndArray();
                    omitted(tree.omitted());
                }
                case HexExcerpt excerpt -> write(excerpt);
                case Note note -> {
                    json.writeStringProperty(
                            "kind",
                            switch (note.kind()) {
                                case NOTE -> "note";
                                case COVERAGE -> "coverage";
                                case CAUTION -> "caution";
                            });
                    text("text", note.text());
                    optional("location", note.location());
                }
                case Listing listing -> {
                    json.writeStringProperty("kind", "listing");
                    optional("caption", listing.caption());
                    json.writeArrayPropertyStart("lines");
                    listing.lines().forEach(this::value);
                    json.writeEndArray();
                    omitted(listing.omitted());
                    optional("location", listing.location());
                }
            }
        }

        private void write(HexExcerpt excerpt) {
            json.writeStringProperty("kind", "bytes");
            optional("anchor", excerpt.anchor());
            text("caption", excerpt.caption());
            json.writeStringProperty("address", "0x%x".formatted(excerpt.address()));
            json.writeArrayPropertyStart("sides");
            for (var side : excerpt.sides()) {
                json.writeStartObject();
                text("title", side.title());
                json.writeArrayPropertyStart("runs");
                for (var run : side.runs()) {
                    json.writeStartObject();
                    switch (run) {
                        case HexRun.Captured(var hex) -> json.writeStringProperty("bytes", hex);
                        case HexRun.NotCaptured(var length, var reason) -> {
                            json.writeNumberProperty("notCaptured", length);
                            text("reason", reason);
                        }
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
                optional("location", side.location());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("changed");
            for (var range : excerpt.changed()) {
                json.writeRawValue("[%d, %d]".formatted(range.start(), range.end()));
            }
            json.writeEndArray();
            omitted(excerpt.omitted());
        }

        private void facts(List<Fact> facts) {
            json.writeArrayPropertyStart("facts");
            for (var fact : facts) {
                json.writeStartObject();
                text("name", fact.name());
                text("value", fact.value());
                optional("location", fact.location());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void columns(List<Column> columns) {
            json.writeArrayPropertyStart("columns");
            columns.forEach(column -> value(column.header()));
            json.writeEndArray();
        }

        private void write(Row row, Optional<Integer> depth) {
            json.writeRawValue(JsonText.row(row, depth));
            steps.next();
        }

        private void omitted(long count) {
            json.writeNumberProperty("omitted", count);
        }

        private void optional(String name, Optional<String> value) {
            value.ifPresent(present -> text(name, present));
        }

        private void text(String name, Text text) {
            json.writeName(name);
            json.writeRawValue(JsonText.of(text));
        }

        private void text(String name, String text) {
            json.writeName(name);
            value(text);
        }

        private void value(String text) {
            json.writeRawValue(JsonText.of(text));
        }
    }
}
