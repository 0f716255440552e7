package org.icecore.evidence;

/// A name from the evidence as part of a message: one line, of bounded length.
final class Quoted {

    private static final int LIMIT = 200;

    private Quoted() {}

    static String of(String name) {
        var text = new StringBuilder("\"");
        name.codePoints()
                .limit(LIMIT)
                .forEach(
                        point -> {
                            if (Character.isISOControl(point)
                                    || Character.getType(point) == Character.FORMAT) {
                                text.append("\\u%04x".formatted(point));
                            } else {
                                text.appendCodePoint(point);
                            }
                        });
        return text.append(name.length() > LIMIT ? "…\"" : "\"").toString();
    }
}
