package org.icecore.views.memory;

import org.icecore.views.hex.model.HexQuery;

/// How the text of a search is read.
enum FindKind {
    TEXT("Text"),
    ANY_CASE("Text, any case"),
    UTF_16("UTF-16"),
    HEX("Hex");

    private final String title;

    FindKind(String title) {
        this.title = title;
    }

    HexQuery query(String typed) {
        return switch (this) {
            case TEXT -> HexQuery.text(typed, false, false);
            case ANY_CASE -> HexQuery.text(typed, true, false);
            case UTF_16 -> HexQuery.text(typed, false, true);
            case HEX -> HexQuery.parse(typed);
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
