package org.icecore.views.hex.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an examiner types to go somewhere.
///
/// Hexadecimal with or without `0x` (`7f2f369d0000`, `0x7f2f'369d'0000`), decimal with the suffix `t` (`4096t`),
/// relative to the caret (`+0x10`, `-4k`), or the label of a region, in whole or in part, and an offset
/// (`[heap]+0x10`). Suffixes `k`, `M` and `G` multiply an offset.
public sealed interface AddressExpression {

    /// An address.
    record Absolute(long address) implements AddressExpression {}

    /// A distance from the caret, modulo 2^64.
    record Relative(long distance) implements AddressExpression {}

    /// A distance from the start of the region with that label.
    record Labelled(String label, long distance) implements AddressExpression {}

    /// Not an address; `why` says so to the examiner.
    record Unreadable(String why) implements AddressExpression {}

    /// Where an expression leads.
    sealed interface Target {
        /// To that address.
        record At(long address) implements Target {}

        /// Nowhere; `why` says so to the examiner.
        record Nowhere(String why) implements Target {}
    }

    /// Reads `text`.
    static AddressExpression parse(String text) {
        var given = text.strip();
        if (given.isEmpty()) {
            return new Unreadable(
                    "Type an address, an offset such as +0x10, or the label of a region.");
        }
        char sign = given.charAt(0);
        if (sign == '+' || sign == '-') {
            var distance = Numbers.distance(given.substring(1).strip());
            return distance.isPresent()
                    ? new Relative(sign == '-' ? -distance.get() : distance.get())
                    : new Unreadable("Not an offset: %s".formatted(given));
        }
        var address = Numbers.number(given.split("-", 2)[0].strip());
        if (address.isPresent()) {
            return new Absolute(address.get());
        }
        if (Numbers.LOOKS_LIKE_NUMBER.matcher(given).matches()) {
            return new Unreadable("Not an address of 64 bits: %s".formatted(given));
        }
        int plus = given.lastIndexOf('+');
        if (plus > 0) {
            var distance = Numbers.distance(given.substring(plus + 1).strip());
            if (distance.isPresent()) {
                return new Labelled(given.substring(0, plus).strip(), distance.get());
            }
        }
        return new Labelled(given, 0);
    }

    /// Where this leads in `content`, seen from `caret`.
    default Target resolve(HexContent content, long caret) {
        return switch (this) {
            case Absolute(var address) -> new Target.At(address);
            case Relative(var distance) -> new Target.At(caret + distance);
            case Labelled(var label, var distance) -> {
                var region = Numbers.find(content.regions(), label);
                yield region.isPresent()
                        ? new Target.At(region.get().span().first() + distance)
                        : new Target.Nowhere(
                                "No address, and no region with \"%s\" in its label."
                                        .formatted(label));
            }
            case Unreadable(var why) -> new Target.Nowhere(why);
        };
    }

    /// The numbers and labels an expression is made of.
    final class Numbers {
        private static final Pattern LOOKS_LIKE_NUMBER =
                Pattern.compile("0[xX].*|[0-9a-fA-F'_`]{9,}|[0-9]+t");

        private Numbers() {}

        static Optional<Long> number(String text) {
            var digits = text.replaceAll("['_`]", "");
            try {
                if (digits.matches("0[xX][0-9a-fA-F]+")) {
                    return Optional.of(Long.parseUnsignedLong(digits.substring(2), 16));
                }
                if (digits.matches("[0-9]+t")) {
                    return Optional.of(
                            Long.parseUnsignedLong(digits.substring(0, digits.length() - 1)));
                }
                return digits.matches("[0-9a-fA-F]+")
                        ? Optional.of(Long.parseUnsignedLong(digits, 16))
                        : Optional.empty();
            } catch (NumberFormatException tooLong) {
                return Optional.empty();
            }
        }

        static Optional<Long> distance(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            int shift =
                    switch (text.charAt(text.length() - 1)) {
                        case 'k', 'K' -> 10;
                        case 'm', 'M' -> 20;
                        case 'g', 'G' -> 30;
                        default -> 0;
                    };
            var number =
                    shift == 0
                            ? number(text)
                            : number(text.substring(0, text.length() - 1).strip());
            return number.filter(n -> n << shift >>> shift == n).map(n -> n << shift);
        }

        static Optional<HexRegion> find(List<HexRegion> regions, String label) {
            var sought = label.toLowerCase(Locale.ROOT);
            // A library goes by its name without version: libc is libc.so.6 before it is libcrypto.
            return Stream.<Predicate<String>>of(
                            given -> given.equals(label),
                            given -> baseName(given).equals(sought),
                            given ->
                                    baseName(given).startsWith(sought + ".so")
                                            || baseName(given).startsWith(sought + "-"),
                            given -> given.toLowerCase(Locale.ROOT).contains(sought))
                    .flatMap(fits -> regions.stream().filter(region -> fits.test(region.label())))
                    .findFirst();
        }

        /// Of a path what stands behind its last slash, up to the first blank.
        private static String baseName(String label) {
            var name = label.substring(label.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
        }
    }
}
