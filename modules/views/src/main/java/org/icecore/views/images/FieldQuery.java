package org.icecore.views.images;

import java.util.Locale;
import java.util.function.Predicate;
import org.icecore.checkpoint.image.ImageField;

/// What the examiner wants to find: part of a name or a value, or `name=value` with a part of each; case does not matter.
///
/// @param text in lower case; not empty
record FieldQuery(String text) implements Predicate<ImageField> {
    FieldQuery {
        text = text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(ImageField field) {
        var name = field.name().toLowerCase(Locale.ROOT);
        if (name.contains(text)) {
            return true;
        }
        var value = field.shown().toLowerCase(Locale.ROOT);
        if (value.contains(text)) {
            return true;
        }
        int sign = text.indexOf('=');
        return sign > 0
                && name.contains(text.substring(0, sign).strip())
                && value.contains(text.substring(sign + 1).strip());
    }
}
