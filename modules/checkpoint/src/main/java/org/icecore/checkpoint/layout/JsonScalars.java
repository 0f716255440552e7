package org.icecore.checkpoint.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The words, numbers and truth values of a JSON document, each with the place where it stands.
///
/// @param all in the order of the document
/// @param defects what was not read
public record JsonScalars(List<Scalar> all, List<Defect> defects) {

    /// Far above what engines write of a pod (hundreds).
    private static final int MOST = 5_000;
    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_TEXT = 1024;

    /// @param path keys of objects, and `[0]` for the first of a list
    public record Scalar(List<String> path, String text, Location at) {

        /// The way to it in one word: `containers[0].name`.
        public String key() {
            return String.join(".", path).replace(".[", "[");
        }
    }

    /// Reads a document.
    ///
    /// @throws EvidenceException if it is no JSON
    public static JsonScalars of(EngineJson json) throws EvidenceException {
        var found = new ArrayList<Scalar>();
        var defects = new ArrayList<Defect>();
        json.tokens(parser -> new Walk(json, parser, found, defects).run());
        return new JsonScalars(List.copyOf(found), List.copyOf(defects));
    }

    /// One pass over the tokens.
    private record Walk(
            EngineJson json,
            JsonParser parser,
            List<Scalar> found,
            List<Defect> defects,
            ArrayDeque<Level> levels) {

        Walk(EngineJson json, JsonParser parser, List<Scalar> found, List<Defect> defects) {
            this(json, parser, found, defects, new ArrayDeque<>());
        }

        void run() {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT, START_ARRAY -> {
                        step();
                        levels.addLast(new Level(token == JsonToken.START_ARRAY));
                    }
                    case END_OBJECT, END_ARRAY -> levels.removeLast();
                    case PROPERTY_NAME ->
                            levels.getLast().step = cut(parser.currentName(), LONGEST_KEY);
                    case VALUE_STRING,
                            VALUE_NUMBER_INT,
                            VALUE_NUMBER_FLOAT,
                            VALUE_TRUE,
                            VALUE_FALSE -> {
                        step();
                        scalar();
                    }
                    case VALUE_NULL -> step();
                    case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> {
                        // Neither comes out of text.
                    }
                }
            }
        }

        /// Counts a value of a list.
        private void step() {
            if (!levels.isEmpty() && levels.getLast().list) {
                levels.getLast().count++;
            }
        }

        private void scalar() {
            if (found.size() < MOST) {
                var text = cut(parser.getString(), LONGEST_TEXT);
                found.add(
                        new Scalar(
                                levels.stream().map(Level::step).toList(), text, json.at(parser)));
            } else if (defects.isEmpty()) {
                defects.add(
                        new Defect(
                                json.at(parser),
                                "the document holds more than %d values; those from here on are not read"
                                        .formatted(MOST)));
            }
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest) + "…";
        }
    }

    /// An object or a list that is being read.
    private static final class Level {

        private final boolean list;
        private String step = "";
        private int count;

        private Level(boolean list) {
            this.list = list;
        }

        private String step() {
            return list ? "[" + (count - 1) + "]" : step;
        }
    }
}
