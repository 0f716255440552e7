package org.icecore.views.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Protection;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.task.Pid;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.fixtures.DumpBuilder;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexModel;
import org.icecore.workbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressSpaceContentTest {
    private static final Origin ZERO = new Origin.Zero();
    private static final Origin CLEAN =
            new Origin.NotCaptured(
                    Origin.Gap.CLEAN_FILE_PAGE, "clean page of libc.so.6: not in the checkpoint");

    /// One mapping of four pages: two captured (in two runs of the evidence), one zero, one clean. All captured bytes
    /// are
    /// 0xab; the evidence ends within the second page.
    private static final class Damaged implements AddressSpace {
        private static final long END_OF_EVIDENCE = 0x2123;
        private int reads;

        private static Origin captured(long position) {
            return new Origin.Captured(
                    Location.of("pages-1.img", position, 0x1000), Origin.Store.PRIVATE);
        }

        private final List<Extent> all =
                List.of(
                        new Extent(new AddressRange(0x1000, 0x2000), captured(0x5000)),
                        new Extent(new AddressRange(0x2000, 0x3000), captured(0x9000)),
                        new Extent(new AddressRange(0x3000, 0x4000), ZERO),
                        new Extent(new AddressRange(0x4000, 0x5000), CLEAN));

        @Override
        public int pageSize() {
            return 4096;
        }

        @Override
        public List<Vma> vmas() {
            return List.of(
                    new Vma(
                            new AddressRange(0x1000, 0x5000),
                            new Protection(true, false, true, false),
                            VmaKind.FILE_PRIVATE,
                            0,
                            0,
                            0,
                            0,
                            Optional.empty(),
                            "/lib/libc.so.6",
                            0,
                            Optional.empty(),
                            Location.of("mm-1.img", 0, 1)));
        }

        @Override
        public MemoryLayout layout() {
            return new MemoryLayout(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
        }

        @Override
        public Optional<Vma> vma(long address) {
            return vmas().stream().filter(vma -> vma.range().contains(address)).findFirst();
        }

        @Override
        public List<Extent> extents(AddressRange range) {
            var found = new ArrayList<Extent>();
            for (var extent : all) {
                if (extent.range().overlaps(range)) {
                    var part = extent.range().intersection(range);
                    found.add(new Extent(part, clipped(extent, part)));
                }
            }
            return found.isEmpty() ? List.of(new Extent(range, new Origin.NotMapped())) : found;
        }

        private static Origin clipped(Extent extent, AddressRange part) {
            return extent.origin() instanceof Origin.Captured(var at, var store)
                    ? new Origin.Captured(
                            Location.of(
                                    at.member(),
                                    at.range().start() + part.start() - extent.range().start(),
                                    part.length()),
                            store)
                    : extent.origin();
        }

        @Override
        public void read(long address, MemorySegment target) throws EvidenceException {
            reads++;
            if (address + target.byteSize() > END_OF_EVIDENCE) {
                throw new EvidenceException(Location.of("pages-1.img", 0x9123, 1), "ends here");
            }
            target.asSlice(0).fill((byte) 0xab);
            assertEquals((byte) 0xab, target.get(ValueLayout.JAVA_BYTE, 0));
        }

        @Override
        public long capturedBytes() {
            return 0x2000;
        }
    }

    private final Damaged memory = new Damaged();
    private final AddressSpaceContent content = AddressSpaceContent.of(memory, Progress.SILENT);

    private static String states(HexBytes bytes) {
        return IntStream.range(0, bytes.length())
                .mapToObj(
                        i ->
                                switch (bytes.state(i)) {
                                    case CAPTURED -> "c";
                                    case ZERO -> "0";
                                    case NOT_CAPTURED -> "?";
                                    case NOT_MAPPED -> "-";
                                })
                .collect(Collectors.joining());
    }

    @Test
    void namesRegionsByPermissionsAndName() {
        assertEquals("r-xp /lib/libc.so.6", content.regions().getFirst().label());
        assertTrue(content.regions().getFirst().executable());
    }

    @Test
    void findsRunsWithoutReadingAByteAndJoinsThoseOfOneOrigin() {
        assertEquals(
                """
                0x1000-0x2fff CAPTURED this checkpoint
                0x3000-0x3fff ZERO never written to: zero
                0x4000-0x4fff NOT_CAPTURED clean page of libc.so.6: not in the checkpoint
                """,
                content.runs().stream()
                        .map(run -> "%s %s %s\n".formatted(run.span(), run.state(), run.origin()))
                        .collect(Collectors.joining()));
        assertEquals(0, memory.reads);
    }

    @Test
    void marksExactlyTheBytesThatDamageTookAway() {
        var bytes = content.read(0x2000, 0x1000);
        assertEquals(0x123, bytes.knownPrefix(0, 0x1000));
        assertEquals(ByteState.NOT_CAPTURED, bytes.state(0x123));
        assertEquals(ByteState.NOT_CAPTURED, bytes.state(0xfff));
        assertEquals(0xab, bytes.value(0x122));
    }

    @Test
    void givesTheSameAnswerWhateverPieceIsAskedFor() {
        assertEquals("ccc?????", states(content.read(0x2120, 8)));
        assertEquals("?", states(content.read(0x2123, 1)));
        assertEquals("--cc", states(content.read(0xffe, 4)));
        assertEquals("00??", states(content.read(0x3ffe, 4)));
    }

    @Test
    void tellsTheOriginOfEachByte() {
        assertEquals("this checkpoint, pages-1.img+0x5010", content.origin(0x1010));
        assertEquals("unreadable: pages-1.img+0x9123..0x9124: ends here", content.origin(0x2123));
        assertEquals("never written to: zero", content.origin(0x3000));
        assertEquals("clean page of libc.so.6: not in the checkpoint", content.origin(0x4fff));
        assertEquals("", content.origin(0x5000));
        assertEquals("", content.origin(-1L));
    }

    @Test
    void readsUpToTheTopOfTheAddressSpace() {
        assertEquals("-".repeat(16), states(content.read(-16L, 16)));
        assertEquals(16, CaretBytes.of(memory, -16L).length());
    }

    /// Every other page lies in the parent of the dump, so that no two neighbours are alike.
    @Test
    void holdsAMillionRunsInTwentyBytesEach(@TempDir Path folder) throws EvidenceException {
        long start = 0x10000000L;
        int pairs = 500_000;
        var entries = new PagemapEntry[pairs];
        for (int i = 0; i < pairs; i++) {
            entries[i] =
                    DumpBuilder.present(start + 2L * i * DumpBuilder.PAGE, 1).toBuilder()
                            .setFlags(1)
                            .build();
        }
        long end = start + 2L * pairs * DumpBuilder.PAGE;
        try (var checkpoint =
                new DumpBuilder(folder)
                        .task(1, 0, "many")
                        .memory(1, DumpBuilder.memory(DumpBuilder.vma(start, end)).build())
                        .pagemap(1, entries)
                        .open()) {
            var space =
                    checkpoint
                            .tasks()
                            .find(new Pid(1))
                            .flatMap(task -> task.memory().found())
                            .orElseThrow();
            Arrays.fill(entries, PagemapEntry.getDefaultInstance());
            long before = used();
            long begun = System.nanoTime();
            var many = AddressSpaceContent.of(space, Progress.SILENT);
            long took = System.nanoTime() - begun;
            long kept = used() - before;
            assertEquals(1_000_000, many.runs().size());
            assertEquals(ByteState.NOT_CAPTURED, many.runs().getFirst().state());
            assertEquals(ByteState.ZERO, many.runs().getLast().state());
            assertEquals(end - 1, many.runs().getLast().span().last());
            assertTrue(kept < 32L << 20, "%,d bytes kept".formatted(kept));
            assertTrue(took < 5_000_000_000L, "%,d ns".formatted(took));
            var model = new HexModel();
            model.contentProperty().set(many);
            assertEquals(1_000_000 + 1, model.navigation().rows().rowCount());
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
