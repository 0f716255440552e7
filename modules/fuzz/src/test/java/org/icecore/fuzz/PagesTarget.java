package org.icecore.fuzz;

import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import net.jpountz.lz4.LZ4Factory;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.criu.ImageKind;
import org.icecore.criu.PageRun;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.PageBlockSizes;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.DumpBuilder;

/// Reads bytes as a pagemap and the pages that belong to it, alone and within a dump that has a parent.
///
/// An input: how it is read, the page size as a power of two, the form of the pagemap ([ImageForm]), the length of the
/// pagemap, the pagemap, the length of the pages file, and bytes that fill it again and again.
final class PagesTarget implements Target {

    private static final long HERE = 0x7f0000000000L;
    private static final int PAGE = DumpBuilder.PAGE;
    private static final int PAGES = 16;
    private static final int MOST_RUNS = 5000;
    private static final int PAGES_UNIT = 512;
    private static final int LONGEST_PAGES = 1 << 20;

    private final Scratch dump;
    private final Scratch parent;

    PagesTarget(Scratch scratch) {
        try {
            dump = scratch.within("dump");
            parent = scratch.within("parent");
            new DumpBuilder(parent.folder())
                    .pagemap(1, DumpBuilder.present(HERE, PAGES))
                    .file("pages-1.img", tiled("parent".getBytes(), PAGES * PAGE));
            new DumpBuilder(dump.folder())
                    .task(1, 0, "task")
                    .memory(
                            1,
                            DumpBuilder.memory(
                                            DumpBuilder.vma(HERE, HERE + PAGES * PAGE),
                                            DumpBuilder.vma(
                                                    HERE + 2L * PAGES * PAGE,
                                                    HERE + 3L * PAGES * PAGE))
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void run(byte[] input) throws IOException {
        var parts = new Input(input);
        int reading = parts.u8();
        long pageSize = 1L << 10 + parts.u8() % 8;
        var form = ImageForm.values()[parts.u8() % ImageForm.values().length];
        var pagemap = form.image(ImageKind.PAGEMAP, parts.part(parts.u16()));
        int length = Math.min(parts.u16() * PAGES_UNIT + parts.u8(), LONGEST_PAGES);
        var pages = tiled(parts.rest(), length);
        var map = ByteSource.of("pagemap-1.img", pagemap);
        var content = ByteSource.of("pages-1.img", pages);
        switch (reading % 3) {
            case 0 -> runs(Pagemap.read(map, pageSize), map, content);
            case 1 -> runs(Pagemap.readOld(content), content, content);
            default -> {
                // Smaller than the runs that are tried alone: all of it is read several times.
                within(pagemap, pages, reading / 3 % 4);
            }
        }
    }

    @Override
    public byte[] example() {
        return input(2, List.of(DumpBuilder.present(HERE, PAGES)), new byte[] {1}, PAGES);
    }

    private static void runs(Pagemap pagemap, ByteSource source, ByteSource pages) {
        Promise.located(pagemap.defects(), source.size());
        PageRun last = null;
        for (int i = 0; i < Math.min(pagemap.size(), MOST_RUNS); i++) {
            var run = pagemap.run(i);
            Promise.that(run.pages() > 0, run::toString);
            Promise.within(run.at().range(), source.size(), run.toString());
            if (last != null
                    && Long.compareUnsigned(
                                    last.address() + last.pages() * pagemap.pageSize() - 1,
                                    run.address())
                            >= 0) {
                throw new AssertionError("runs out of order: %s %s".formatted(last, run));
            }
            last = run;
            int number = i;
            Promise.that(
                    pagemap.runAt(run.address()).orElse(-1) == number
                            && pagemap.firstRunFrom(run.address()) == number,
                    () -> "%s is not found by its address".formatted(run));
            if (run.origin() == PageRun.Origin.COMPRESSED) {
                blocks(pagemap, i, pages);
            }
        }
    }

    private static void blocks(Pagemap pagemap, int i, ByteSource pages) {
        var run = pagemap.run(i);
        try {
            var blocks = pagemap.blocks(i);
            for (long page = 0; page < Math.min(run.pages(), 64); page++) {
                long address = run.address() + page * pagemap.pageSize();
                var block = blocks.at(address);
                Promise.that(
                        Long.compareUnsigned(block.address(), address) <= 0
                                && address - block.address() < block.length(),
                        () -> "0x%x is not in %s".formatted(address, block));
                Promise.that(
                        block.read(pages).length == block.length(), () -> "length of " + block);
            }
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private void within(byte[] pagemap, byte[] pages, int which) throws IOException {
        boolean own = which % 2 == 0;
        var target = own ? dump : parent;
        var other = own ? parent : dump;
        // The other has what the input does not speak of: every second page, the rest with its
        // parent.
        other.write("pagemap-1.img", DumpBuilder.image(ImageKind.PAGEMAP, halves()));
        other.write("pages-1.img", tiled("other".getBytes(), PAGES / 2 * PAGE));
        target.write("pagemap-1.img", pagemap);
        target.write("pages-1.img", pages);
        dump.write("parent", (which < 2 ? "../parent" : "../dump").getBytes());
        try (var checkpoint =
                Checkpoint.open(dump.folder(), new CheckpointId("x"), Progress.unwatched())) {
            MemoryQuestions.ask(checkpoint);
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private static Message[] halves() {
        var messages = new java.util.ArrayList<Message>();
        messages.add(PagemapHead.newBuilder().setPagesId(1).build());
        for (int page = 0; page < PAGES; page++) {
            messages.add(
                    DumpBuilder.present(HERE + (long) page * PAGE, 1).toBuilder()
                            .setFlags(page % 2 == 0 ? 4 : 1)
                            .build());
        }
        return messages.toArray(Message[]::new);
    }

    private static byte[] tiled(byte[] tile, int length) {
        var bytes = new byte[length];
        for (int at = 0; tile.length > 0 && at < length; at += tile.length) {
            System.arraycopy(tile, 0, bytes, at, Math.min(tile.length, length - at));
        }
        return bytes;
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        var tile = "page content ".getBytes();
        var maps = new LinkedHashMap<String, List<Message>>();
        maps.put("one", List.of(DumpBuilder.present(HERE, PAGES)));
        maps.put("halves", List.of(halves()).subList(1, PAGES + 1));
        maps.put(
                "unsorted",
                List.of(
                        DumpBuilder.present(HERE + 4 * PAGE, 4),
                        DumpBuilder.present(HERE, 6),
                        DumpBuilder.present(HERE + 2 * PAGE, 1)));
        maps.put(
                "old-encoding",
                List.of(PagemapEntry.newBuilder().setVaddr(HERE).setCompatNrPages(3).build()));
        maps.put(
                "flags",
                List.of(
                        flagged(0, 1, 1),
                        flagged(1, 1, 2),
                        flagged(2, 1, 6),
                        flagged(3, 2, 12),
                        flagged(5, 1, 0)));
        maps.put("huge", List.of(DumpBuilder.present(HERE, 1L << 50)));
        for (var map : maps.entrySet()) {
            for (int reading = 0; reading < 12; reading++) {
                seeds.put(
                        map.getKey() + "-" + reading, input(reading, map.getValue(), tile, PAGES));
            }
        }
        for (int reading : new int[] {0, 2, 5}) {
            seeds.put("blocks-" + reading, compressed(reading));
        }
        seeds.put("old", input(1, List.of(), oldPages(), 2));
        return seeds;
    }

    private static PagemapEntry flagged(long page, long pages, int flags) {
        return DumpBuilder.present(HERE + page * PAGE, pages).toBuilder().setFlags(flags).build();
    }

    private static byte[] input(
            int reading, List<? extends Message> entries, byte[] tile, int pages) {
        var map = new ByteArrayOutputStream();
        var head = PagemapHead.newBuilder().setPagesId(1).build().toByteArray();
        map.writeBytes(Bytes.joined(Bytes.number(2, head.length), head));
        for (var entry : entries) {
            var bytes = entry.toByteArray();
            map.writeBytes(Bytes.joined(Bytes.number(2, bytes.length), bytes));
        }
        return Bytes.joined(
                new byte[] {(byte) reading, 2, (byte) ImageForm.FRAMED.ordinal()},
                Bytes.number(2, map.size()),
                map.toByteArray(),
                Bytes.number(2, (long) pages * PAGE / PAGES_UNIT),
                new byte[1],
                tile);
    }

    /// Three blocks: zero, compressed, plain.
    private static byte[] compressed(int reading) {
        var page = tiled("abc".getBytes(), 2 * PAGE);
        var small = LZ4Factory.safeInstance().fastCompressor().compress(page);
        var plain = new byte[2 * PAGE];
        new java.util.Random(1).nextBytes(plain);
        var sizes =
                PageBlockSizes.newBuilder()
                        .setPagesPerBlock(2)
                        .addAllBlockSizes(List.of(0, small.length, plain.length))
                        .setTotalPayloadSize(small.length + plain.length);
        var entry = DumpBuilder.present(HERE, 6).toBuilder().setBlocks(sizes).build();
        var content = Bytes.joined(small, Arrays.copyOf(plain, plain.length));
        return input(reading, List.of(entry), content, 3);
    }

    private static byte[] oldPages() {
        return Bytes.joined(
                Bytes.number(4, ImageKind.PAGES_OLD.magic()),
                Bytes.number(8, HERE),
                new byte[PAGE],
                Bytes.number(8, HERE + PAGE),
                new byte[PAGE]);
    }
}
