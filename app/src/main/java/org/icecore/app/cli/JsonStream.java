package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.Map;

/// Writes an object whose last part is a list too long to be held: head, rows one by one, tail.
final class JsonStream {

    private final PrintWriter out;
    private boolean first = true;

    JsonStream(PrintWriter out) {
        this.out = out;
    }

    void begin(Map<String, ?> head, String rows) {
        out.println("{");
        head.forEach(
                (name, value) ->
                        out.println(
                                "  %s : %s,"
                                        .formatted(JsonTables.line(name), JsonTables.line(value))));
        out.print("  %s : [".formatted(JsonTables.line(rows)));
    }

    void row(Map<String, ?> row) {
        out.println(first ? "" : ",");
        out.print("    " + JsonTables.line(row));
        first = false;
    }

    void end(Map<String, ?> tail) {
        out.print(first ? " ]" : "%n  ]".formatted());
        tail.forEach(
                (name, value) ->
                        out.print(
                                ",%n  %s : %s"
                                        .formatted(JsonTables.line(name), JsonTables.line(value))));
        out.println();
        out.println("}");
    }
}
