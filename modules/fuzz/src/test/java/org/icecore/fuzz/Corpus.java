package org.icecore.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The inputs of a family that are kept in the repository.
///
/// `found/FAMILY/` holds those that once broke something, each under a name that says what; `corpus/FAMILY.zip` those by
/// which long runs reached new code, the smallest for each place.
record Corpus(Family family) {

    private static final int MOST_BYTES = 128 << 10;

    /// Inputs that once broke something.
    SequencedMap<String, byte[]> found() throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        var folder = resources().resolve("found").resolve(family.title());
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    found.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    /// Inputs that reach much.
    SequencedMap<String, byte[]> reaching() throws IOException {
        var inputs = new LinkedHashMap<String, byte[]>();
        if (!Files.exists(packed())) {
            return inputs;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(packed())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inputs.put(entry.getName(), zip.readAllBytes());
            }
        }
        return inputs;
    }

    /// Keeps the inputs in `folder` as those that reach much, the small ones first, as many as a repository bears.
    void keep(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var files = Files.list(folder);
                var zip = new ZipOutputStream(bytes)) {
            var inputs =
                    files.sorted(
                                    Comparator.comparingLong(Corpus::size)
                                            .thenComparing(Path::getFileName))
                            .limit(family.kept())
                            .toList();
            for (var input : inputs) {
                if (bytes.size() < MOST_BYTES && !trap(Files.readAllBytes(input))) {
                    put(zip, input);
                }
            }
        }
        Files.createDirectories(packed().getParent());
        Files.write(packed(), bytes.toByteArray());
    }

    /// Whether it holds the path by which Jazzer would see evidence lead to a file outside: that names the folder of the
    /// computer it ran on.
    private static boolean trap(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1).contains("jazzer-");
    }

    private static void put(ZipOutputStream zip, Path input) throws IOException {
        var entry = new ZipEntry(input.getFileName().toString().substring(0, 16));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        Files.copy(input, (OutputStream) zip);
        zip.closeEntry();
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private Path packed() {
        return resources().resolve("corpus").resolve(family.title() + ".zip");
    }

    private static Path resources() {
        return Path.of(
                System.getProperty("icecore.root"),
                "modules/fuzz/src/test/resources/org/icecore/fuzz");
    }
}
