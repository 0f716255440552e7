package org.icecore.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The families of decoders.
public enum Family {
    /// Tar with all its extensions, zip, compression, archives within archives: recognised, listed, read.
    ARCHIVE(16 << 10, 500, ArchiveTarget::new),
    /// The container of images and every message, as JSON and as fields with their bytes.
    IMAGE(8 << 10, 500, _ -> new ImageTarget()),
    /// Pagemaps, their pages, LZ4 blocks, parents.
    PAGES(16 << 10, 250, PagesTarget::new),
    /// What is no protobuf: netlink, rule sets, filters, queues, chunks, old pages.
    RAW(8 << 10, 500, _ -> new RawTarget()),
    /// JSON and text that engines write, and image layouts.
    ENGINE(8 << 10, 150, EngineTarget::new),
    /// A whole checkpoint, some of whose members changed: joined, asked, compared.
    CHECKPOINT(512, 100, CheckpointTarget::new);

    private final int longest;
    private final int kept;
    private final Function<Scratch, Target> target;

    Family(int longest, int kept, Function<Scratch, Target> target) {
        this.longest = longest;
        this.kept = kept;
        this.target = target;
    }

    /// The family of that name, as it is written on the command line.
    static Family named(String name) {
        return Arrays.stream(values())
                .filter(family -> family.title().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no family %s; there are %s"
                                                .formatted(
                                                        name,
                                                        Arrays.stream(values())
                                                                .map(Family::title)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /// Its name on the command line and in the corpus.
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Bytes of the longest input.
    int longest() {
        return longest;
    }

    /// How many inputs that reach much are kept in the repository: as many as are soon tried again.
    int kept() {
        return kept;
    }

    /// Its target, which may write what it needs into `scratch`.
    Target target(Scratch scratch) {
        return target.apply(scratch);
    }
}
