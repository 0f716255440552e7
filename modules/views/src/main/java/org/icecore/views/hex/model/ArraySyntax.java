package org.icecore.views.hex.model;

/// How a language writes down bytes.
enum ArraySyntax {
    C("const uint8_t at_%x[] = {\n    ", ", ", ",\n    ", "\n};\n", "/* %s */\n") {
        @Override
        String element(int value) {
            return "0x%02x".formatted(value);
        }
    },
    /// A `byte` of Java has a sign: what is above 127 needs a cast.
    JAVA("byte[] at_%x = {\n    ", ", ", ",\n    ", "\n};\n", "/* %s */\n") {
        @Override
        String element(int value) {
            return (value < 0x80 ? "0x%02x" : "(byte) 0x%02x").formatted(value);
        }
    },
    PYTHON("at_%x = bytes.fromhex(\n    \"", " ", "\"\n    \"", "\"\n)\n", "# %s\n") {
        @Override
        String element(int value) {
            return "%02x".formatted(value);
        }
    };

    private final String start;
    private final String between;
    private final String newRow;
    private final String end;
    private final String comment;

    ArraySyntax(String start, String between, String newRow, String end, String comment) {
        this.start = start;
        this.between = between;
        this.newRow = newRow;
        this.end = end;
        this.comment = comment;
    }

    /// The beginning of the array of the bytes from `address` on.
    String start(long address) {
        return start.formatted(address);
    }

    /// What stands between two bytes; a row begins at each multiple of 16.
    String between(boolean rowBegins) {
        return rowBegins ? newRow : between;
    }

    abstract String element(int value);

    String end() {
        return end;
    }

    /// Words that cannot end the comment they stand in.
    String comment(String words) {
        return comment.formatted(words.replace("*/", "* /"));
    }
}
