package org.icecore.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is left of an archive that was cut before its format shows: within the first header of a tar, or within the
/// signature of a compressed stream.
///
/// @param bytes all that there is
record Stump(byte[] bytes) {

    private record Form(String title, int least, int[] signature) {}

    /// At least as many bytes as no text begins with by chance.
    private static final List<Form> FORMS =
            List.of(
                    new Form("gzip", 2, new int[] {0x1f, 0x8b, 8}),
                    new Form("zstd", 2, new int[] {0x28, 0xb5, 0x2f, 0xfd}),
                    new Form("xz", 2, new int[] {0xfd, '7', 'z', 'X', 'Z', 0}),
                    new Form("zip", 3, new int[] {'P', 'K', 3, 4}),
                    new Form(
                            "bzip2",
                            3,
                            new int[] {'B', 'Z', 'h', -1, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59}));

    /// The sentence that says so; nothing if it is something else, or too short to tell.
    Optional<String> sentence() {
        return signature().or(this::header);
    }

    private Optional<String> signature() {
        return FORMS.stream()
                .filter(form -> bytes.length >= form.least() && begins(form.signature()))
                .findFirst()
                .map(
                        form ->
                                "no whole archive: it begins as %s does and ends after %d bytes; it may be truncated"
                                        .formatted(form.title(), bytes.length));
    }

    private boolean begins(int[] signature) {
        if (bytes.length >= signature.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if (signature[i] >= 0 && (bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> header() {
        if (bytes.length >= TarHeader.BLOCK || !isPaddedName()) {
            return Optional.empty();
        }
        var rest = Arrays.copyOf(bytes, TarHeader.BLOCK);
        var told = "it ends after %d of the 512 bytes of its first header".formatted(bytes.length);
        if (!holds(TarField.MODE)) {
            return Optional.of(
                    "no whole archive: it begins as a tar archive does, and if it is one, %s"
                            .formatted(told));
        }
        return isOctal(rest, TarField.MODE)
                        && isOctal(rest, TarField.UID)
                        && isOctal(rest, TarField.GID)
                ? Optional.of("the tar archive is truncated: " + told)
                : Optional.empty();
    }

    private boolean holds(TarField field) {
        return bytes.length >= field.end();
    }

    /// A name that can be printed, and zeros behind it up to the next field.
    private boolean isPaddedName() {
        var at = 0;
        while (at < bytes.length && at < TarField.NAME.end() && isPrinted(bytes[at])) {
            at++;
        }
        var name = at;
        while (at < bytes.length && at < TarField.NAME.end() && bytes[at] == 0) {
            at++;
        }
        return name > 0 && at > name && at == Math.min(bytes.length, TarField.NAME.end());
    }

    /// What is not ASCII may be part of a name in UTF-8.
    private static boolean isPrinted(byte value) {
        return value < 0 || value >= ' ' && value != 0x7f;
    }

    /// Octal digits with a blank or zero behind them, as far as the field is there.
    private boolean isOctal(byte[] header, TarField field) {
        return !holds(field)
                || header[field.start] >= '0'
                        && header[field.start] <= '7'
                        && TarHeader.number(header, field.start, field.length).isPresent();
    }
}
