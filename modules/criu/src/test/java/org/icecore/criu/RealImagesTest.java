package org.icecore.criu;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.criu.PageRun.Origin;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Images that CRIU wrote, against what crit says of them.
@EnabledIfEnvironmentVariable(
        named = "ICECORE_EVIDENCE",
        matches = ".+",
        disabledReason = "ICECORE_EVIDENCE does not name the folder of real checkpoints")
class RealImagesTest {

    private static final long PAGE = 4096;

    static Stream<Evidence.ImageSet> sets() {
        return Evidence.rawSets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_image_is_read_without_a_defect_and_with_as_many_messages_as_crit_prints(
            Evidence.ImageSet set) throws IOException {
        Map<ImageName, Path> images = set.messageImages();
        assertFalse(images.isEmpty(), () -> "images in " + set.images());
        for (var image : images.entrySet()) {
            ImageFile file = ImageFile.read(Evidence.source(image.getValue()), image.getKey());
            String json = crit(set, image.getValue());
            assertAll(
                    image.getValue().toString(),
                    () -> assertEquals(List.of(), file.defects()),
                    () -> assertEquals(entriesIn(json), messages(file)),
                    () -> assertEquals(magicIn(json), image.getKey().kind().magicName().orElse("")),
                    () ->
                            assertTrue(
                                    file.entries().stream()
                                            .allMatch(
                                                    entry ->
                                                            entry.message()
                                                                    .getUnknownFields()
                                                                    .asMap()
                                                                    .isEmpty())));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_file_is_recognised_except_logs_and_descriptions(Evidence.ImageSet set)
            throws IOException {
        List<String> unknown =
                Evidence.list(set.images()).stream()
                        .map(Evidence::fileName)
                        .filter(name -> name.endsWith(".img") && ImageName.of(name).isEmpty())
                        .toList();
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_pagemap_has_the_runs_that_crit_prints(Evidence.ImageSet set) throws IOException {
        for (var image : set.messageImages().entrySet()) {
            if (pagemap(image.getKey())) {
                Pagemap pagemap = Pagemap.read(Evidence.source(image.getValue()), PAGE);
                String json = crit(set, image.getValue());
                assertAll(
                        image.getValue().toString(),
                        () -> assertEquals(List.of(), pagemap.defects()),
                        () -> assertEquals(critRuns(json), runs(pagemap)),
                        () -> assertTrue(everyRunIsFound(pagemap)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_pages_file_holds_exactly_the_present_pages(Evidence.ImageSet set)
            throws IOException {
        Path pagesFolder =
                set.name().equals("ps-images")
                        ? set.images().resolveSibling("ps-pages")
                        : set.images();
        for (var image : set.messageImages().entrySet()) {
            if (pagemap(image.getKey())) {
                Pagemap pagemap = Pagemap.read(Evidence.source(image.getValue()), PAGE);
                String pages =
                        ImageName.of(ImageKind.PAGES, pagemap.pagesId().orElseThrow()).fileName();
                assertEquals(
                        Files.size(pagesFolder.resolve(pages)),
                        pagemap.presentPages() * PAGE,
                        () -> image.getValue() + " and " + pages);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_payload_holds_the_bytes_that_crit_prints(Evidence.ImageSet set)
            throws IOException, EvidenceException {
        for (var image : set.messageImages().entrySet()) {
            if (image.getKey().kind().payload() != PayloadForm.NONE) {
                ImageFile file = ImageFile.read(Evidence.source(image.getValue()), image.getKey());
                assertTrue(
                        critExtras(crit(set, image.getValue())).equals(extras(file)),
                        image.getValue()::toString);
            }
        }
    }

    private static boolean pagemap(ImageName name) {
        return name.kind() == ImageKind.PAGEMAP || name.kind() == ImageKind.SHMEM_PAGEMAP;
    }

    private static boolean everyRunIsFound(Pagemap pagemap) {
        for (int i = 0; i < pagemap.size(); i++) {
            PageRun run = pagemap.run(i);
            long last = run.address() + run.pages() * PAGE - 1;
            if (pagemap.runAt(run.address()).orElse(-1) != i
                    || pagemap.runAt(last).orElse(-1) != i) {
                return false;
            }
        }
        return true;
    }

    private static String crit(Evidence.ImageSet set, Path image) throws IOException {
        var name = Evidence.fileName(image);
        // What crit printed was recorded of the files that are called *.img, and of the statistics.
        return name.equals("irmap-cache")
                ? "{\"magic\": \"IRMAP_CACHE\", \"entries\": []}"
                : Files.readString(set.crit().resolve(name + ".json"));
    }

    /// Messages of the file as crit counts them: each chunk of a ghost file is an entry there.
    private static long messages(ImageFile file) {
        return file.entries().stream()
                .mapToLong(
                        entry ->
                                entry.payload() instanceof Payload.Chunks(var chunks)
                                        ? 1 + chunks.size()
                                        : 1)
                .sum();
    }

    private static String magicIn(String json) {
        return value(json, "magic", "");
    }

    /// crit indents by one space, so each element of the top-level array opens with two.
    private static long entriesIn(String json) {
        return json.lines().filter(line -> line.startsWith("  {")).count();
    }

    private static List<String> runs(Pagemap pagemap) {
        return Stream.iterate(0, i -> i < pagemap.size(), i -> i + 1)
                .map(pagemap::run)
                .map(run -> "0x%x %d %s".formatted(run.address(), run.pages(), run.origin()))
                .toList();
    }

    private static List<String> critRuns(String json) {
        return Pattern.compile("(?s)  \\{\n(.*?)\n  }")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .filter(entry -> entry.contains("vaddr"))
                .map(RealImagesTest::critRun)
                .toList();
    }

    private static String critRun(String entry) {
        long current = Long.parseLong(value(entry, "nr_pages", "0"));
        long pages = current > 0 ? current : Long.parseLong(value(entry, "compat_nr_pages", "0"));
        boolean inParent = value(entry, "in_parent", "false").equals("true");
        String flags = value(entry, "flags", inParent ? "PE_PARENT" : "PE_PRESENT");
        Origin origin =
                flags.contains("PE_PRESENT")
                        ? Origin.PRESENT
                        : flags.contains("PE_PARENT")
                                ? Origin.PARENT
                                : flags.contains("PE_LAZY") ? Origin.LAZY : Origin.ZERO;
        return "%s %d %s".formatted(value(entry, "vaddr", ""), pages, origin);
    }

    private static String value(String entry, String key, String otherwise) {
        Matcher matcher = Pattern.compile("\"" + key + "\": \"?([^\",\n]*)").matcher(entry);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /// All payload bytes of a file in hexadecimal, and the values of its semaphores.
    private static String extras(ImageFile file) throws EvidenceException {
        var extras = new StringBuilder();
        for (ImageEntry entry : file.entries()) {
            for (ByteRange range : ranges(entry.payload())) {
                byte[] content = file.content(range).bytes(0, Math.toIntExact(range.length()));
                if (entry.payload() instanceof Payload.Semaphores) {
                    var values = ByteBuffer.wrap(content).order(file.byteOrder()).asShortBuffer();
                    while (values.hasRemaining()) {
                        extras.append(values.get()).append(';');
                    }
                } else {
                    extras.append(HexFormat.of().formatHex(content));
                }
            }
        }
        return extras.toString();
    }

    private static List<ByteRange> ranges(Payload payload) {
        return switch (payload) {
            case Payload.Empty() -> List.of();
            case Payload.Bytes(var range) -> List.of(range);
            case Payload.TcpQueues(var received, var sent) -> List.of(received, sent);
            case Payload.Messages(var messages) ->
                    messages.stream().map(Payload.QueuedMessage::content).toList();
            case Payload.Semaphores(var values) -> List.of(values);
            case Payload.BpfMap(var keys, var values) -> List.of(keys, values);
            case Payload.Chunks(var chunks) ->
                    chunks.stream().map(Payload.GhostChunk::content).toList();
        };
    }

    /// crit prints payloads as Base64 with line ends, or as an array of such and of numbers.
    private static String critExtras(String json) {
        return Pattern.compile(
                        "(?m)^ +(?:\"(?:extra|inq|outq)\": )?(?:\"([A-Za-z0-9+/=\\\\]*)\"|([0-9]+)),?$")
                .matcher(json)
                .results()
                .map(
                        match ->
                                match.group(2) != null
                                        ? match.group(2) + ";"
                                        : HexFormat.of()
                                                .formatHex(
                                                        Base64.getDecoder()
                                                                .decode(
                                                                        match.group(1)
                                                                                .replace(
                                                                                        "\\n",
                                                                                        ""))))
                .collect(Collectors.joining());
    }
}
