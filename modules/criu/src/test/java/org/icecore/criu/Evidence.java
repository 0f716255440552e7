package org.icecore.criu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.icecore.evidence.ByteSource;

/// Raw image directories dumped by real CRIU, and what crit printed of them. The folder is named by the environment
/// variable `ICECORE_EVIDENCE`.
final class Evidence {

    private Evidence() {}

    /// A directory of images and the crit output of it.
    record ImageSet(String name, Path images, Path crit) {

        /// The image files that are not raw, by name.
        Map<ImageName, Path> messageImages() throws IOException {
            Map<ImageName, Path> images = new TreeMap<>(Comparator.comparing(ImageName::toString));
            for (Path file : list(images())) {
                ImageName.of(fileName(file))
                        .filter(image -> !image.kind().raw())
                        .ifPresent(image -> images.put(image, file));
            }
            return images;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Path root() {
        return Path.of(Objects.requireNonNull(System.getenv("ICECORE_EVIDENCE")));
    }

    static Stream<ImageSet> rawSets() {
        Path raw = root().resolve("criu-raw");
        Path runc = root().resolve("runc-raw");
        Stream<ImageSet> sets =
                Stream.of(
                                "iter/1",
                                "iter/2",
                                "iter/3",
                                "lazy",
                                "mt-before",
                                "mt-after",
                                "mt-autodedup",
                                "mt-criu-v4.1.1",
                                "ps-images",
                                "ps-pages",
                                "shell-job",
                                "zoo-A",
                                "zoo-B")
                        .map(
                                name ->
                                        new ImageSet(
                                                name,
                                                raw.resolve(name),
                                                raw.resolve("truth")
                                                        .resolve(name + ".d")
                                                        .resolve("crit")));
        Stream<ImageSet> ofRunc =
                Stream.of("before", "after")
                        .map(
                                name ->
                                        new ImageSet(
                                                "runc-" + name,
                                                runc.resolve(name),
                                                runc.resolve("truth")
                                                        .resolve(name + ".d")
                                                        .resolve("crit")));
        return Stream.concat(sets, ofRunc);
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String fileName(Path file) {
        return file.getFileName().toString();
    }

    static ByteSource source(Path file) throws IOException {
        return ByteSource.of(fileName(file), Files.readAllBytes(file));
    }
}
