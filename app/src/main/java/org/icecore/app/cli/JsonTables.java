package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Tables as JSON: raw values by column id, the reference and the place of each row, and what was not covered.
final class JsonTables {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonTables() {}

    static <R> Map<String, Object> of(ResultTable<R> table) {
        var object = new LinkedHashMap<String, Object>();
        object.put("rows", new Rows<>(table));
        object.put("complete", table.coverage().isComplete());
        if (!table.coverage().isComplete()) {
            object.put("notCovered", List.copyOf(table.coverage().gaps()));
        }
        if (!table.coverage().limits().isEmpty()) {
            object.put("limits", List.copyOf(table.coverage().limits()));
        }
        return object;
    }

    /// Each row when it is written, for tables that are longer than the heap.
    private static final class Rows<R> extends AbstractList<Map<String, Object>> {
        private final ResultTable<R> table;

        Rows(ResultTable<R> table) {
            this.table = table;
        }

        @Override
        public Map<String, Object> get(int index) {
            var row = table.rows().get(index);
            var fields = new LinkedHashMap<String, Object>();
            table.columns()
                    .forEach(column -> fields.put(column.id(), CellText.raw(column.cell(row))));
            fields.put("ref", table.ref(row).text());
            table.location(row).ifPresent(at -> fields.put("location", at.toString()));
            return fields;
        }

        @Override
        public int size() {
            return table.rows().size();
        }
    }

    /// An object that is written part by part, so that none has to wait in the heap for the others. Where a part fails, it stays
    /// without its end, and nobody takes it for whole.
    record Parts(JsonGenerator json, PrintWriter out) {

        void put(String name, Object value) {
            json.writePOJOProperty(name, value);
        }

        /// Ends the object, and its last line.
        void end() {
            json.writeEndObject();
            json.close();
            out.println();
        }
    }

    /// Begins an object.
    static Parts object(PrintWriter out) {
        var json =
                MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        json.writeStartObject();
        return new Parts(json, out);
    }

    /// The value in one line.
    static String line(Object value) {
        return MAPPER.writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Writes the value piece by piece, and ends its last line.
    static void print(Object value, PrintWriter out) {
        MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, value);
        out.println();
    }
}
