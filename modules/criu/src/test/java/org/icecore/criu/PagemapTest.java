package org.icecore.criu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.icecore.criu.proto.PageBlockSizes;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PagemapTest {

    private static final int PARENT = 1;
    private static final int LAZY = 2;
    private static final int PRESENT = 4;
    private static final int ALIGNED = 8;

    private static ImageBytes image() {
        return ImageBytes.of(ImageKind.PAGEMAP)
                .message(PagemapHead.newBuilder().setPagesId(3).build());
    }

    private static PagemapEntry entry(long address, long pages, int flags) {
        return PagemapEntry.newBuilder()
                .setVaddr(address)
                .setCompatNrPages(0)
                .setFlags(flags)
                .setNrPages(pages)
                .build();
    }

    private static Pagemap of(PagemapEntry... entries) {
        ImageBytes image = image();
        for (PagemapEntry entry : entries) {
            image.message(entry);
        }
        return Pagemap.read(image.source(), 4096);
    }

    private static List<String> runs(Pagemap pagemap) {
        return StreamSupport.stream(pagemap.spliterator(), false)
                .map(
                        run ->
                                "%x+%d %s %d"
                                        .formatted(
                                                run.address(),
                                                run.pages(),
                                                run.origin(),
                                                run.offset() < 0 ? -1 : run.offset() / 4096))
                .toList();
    }

    private static List<String> texts(Pagemap pagemap) {
        return pagemap.defects().stream().map(Defect::text).toList();
    }

    @Nested
    class A_run {

        @Test
        void takes_room_in_the_pages_file_only_if_its_pages_are_present() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, 1, PRESENT),
                            entry(0x2000, 2, PARENT),
                            entry(0x4000, 3, PRESENT | LAZY),
                            entry(0x7000, 4, LAZY),
                            entry(0xb000, 5, 0),
                            entry(0x10000, 1, PRESENT));
            assertEquals(
                    List.of(
                            "1000+1 PRESENT 0",
                            "2000+2 PARENT -1",
                            "4000+3 PRESENT 1",
                            "7000+4 LAZY -1",
                            "b000+5 ZERO -1",
                            "10000+1 PRESENT 4"),
                    runs(pagemap));
            assertEquals(5, pagemap.presentPages());
            assertTrue(pagemap.payloadBytes().isPresent());
            assertEquals(OptionalLong.of(3), pagemap.pagesId());
            assertEquals(List.of(), pagemap.defects());
        }

        @Test
        void from_before_flags_is_present_unless_it_is_in_the_parent() {
            Pagemap pagemap =
                    of(
                            PagemapEntry.newBuilder().setVaddr(0x1000).setCompatNrPages(2).build(),
                            PagemapEntry.newBuilder()
                                    .setVaddr(0x3000)
                                    .setCompatNrPages(1)
                                    .setInParent(true)
                                    .build(),
                            PagemapEntry.newBuilder()
                                    .setVaddr(0x4000)
                                    .setCompatNrPages(1)
                                    .setInParent(false)
                                    .build());
            assertEquals(
                    List.of("1000+2 PRESENT 0", "3000+1 PARENT -1", "4000+1 PRESENT 2"),
                    runs(pagemap));
        }

        @Test
        void counts_its_pages_in_the_old_field_where_the_new_one_is_absent() {
            Pagemap pagemap =
                    of(
                            PagemapEntry.newBuilder()
                                    .setVaddr(0x1000)
                                    .setCompatNrPages(-1)
                                    .setFlags(PARENT)
                                    .build());
            assertEquals(List.of("1000+4294967295 PARENT -1"), runs(pagemap));
        }

        @Test
        void says_where_its_entry_lies() {
            var first = entry(0x1000, 1, PRESENT);
            Pagemap pagemap = of(first, entry(0x2000, 1, PRESENT));
            assertEquals("test.img+0x12..0x1b", pagemap.run(0).at().toString());
            assertEquals("test.img+0x1f..0x28", pagemap.run(1).at().toString());
        }

        @Test
        void is_found_by_each_of_its_addresses_and_by_no_other() {
            Pagemap pagemap = of(entry(0x1000, 1, PRESENT), entry(0x3000, 2, PRESENT));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0xfff));
            assertEquals(OptionalInt.of(0), pagemap.runAt(0x1000));
            assertEquals(OptionalInt.of(0), pagemap.runAt(0x1fff));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0x2000));
            assertEquals(OptionalInt.of(1), pagemap.runAt(0x4fff));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0x5000));
            assertEquals(OptionalInt.empty(), pagemap.runAt(-1));
        }

        @Test
        void may_end_at_the_end_of_all_addresses() {
            Pagemap pagemap =
                    of(entry(0x1000, 1, PRESENT), entry(0xffff_ffff_ffff_f000L, 1, PRESENT));
            assertEquals(List.of(), pagemap.defects());
            assertEquals(OptionalInt.of(1), pagemap.runAt(-1));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0xffff_ffff_ffff_efffL));
        }

        @Test
        void of_a_big_endian_machine_reads_the_same() {
            byte[] image =
                    ImageBytes.withOrder(ByteOrder.BIG_ENDIAN, 0x54564319, 0x56084025)
                            .message(PagemapHead.newBuilder().setPagesId(3).build())
                            .message(entry(0x1000, 2, PRESENT))
                            .bytes();
            Pagemap pagemap = Pagemap.read(ByteSource.of("test.img", image), 4096);
            assertEquals(List.of("1000+2 PRESENT 0"), runs(pagemap));
            assertEquals(List.of(), pagemap.defects());
        }

        @Test
        void counts_in_the_pages_of_its_own_machine() {
            Pagemap pagemap =
                    Pagemap.read(image().message(entry(0x10000, 2, PRESENT)).source(), 65536);
            assertEquals(OptionalInt.of(0), pagemap.runAt(0x2ffff));
            assertEquals(OptionalInt.empty(), pagemap.runAt(0x30000));
        }
    }

    @Nested
    class A_hostile_entry {

        @Test
        void that_claims_pages_of_another_begins_after_it() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, 4, PRESENT),
                            entry(0x3000, 4, PRESENT),
                            entry(0x7000, 1, PRESENT));
            assertEquals(
                    List.of("1000+4 PRESENT 0", "5000+2 PRESENT 6", "7000+1 PRESENT 8"),
                    runs(pagemap));
            assertEquals(
                    List.of(
                            "address 0x3000 belongs to another entry already; 2 of 4 pages left out"),
                    texts(pagemap));
        }

        @Test
        void that_claims_pages_of_two_others_begins_after_both() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, 8, PRESENT),
                            entry(0x2000, 8, PRESENT),
                            entry(0x3000, 8, PRESENT));
            assertEquals(
                    List.of("1000+8 PRESENT 0", "9000+1 PRESENT 15", "a000+1 PRESENT 23"),
                    runs(pagemap));
            assertEquals(OptionalInt.of(2), pagemap.runAt(0xafff));
            assertEquals(2, pagemap.defects().size());
        }

        @Test
        void inside_another_is_left_out_but_keeps_its_room_in_the_pages_file() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, 4, PRESENT),
                            entry(0x2000, 2, PRESENT),
                            entry(0x7000, 1, PRESENT));
            assertEquals(List.of("1000+4 PRESENT 0", "7000+1 PRESENT 6"), runs(pagemap));
            assertEquals(7, pagemap.presentPages());
            assertEquals(1, pagemap.defects().size());
        }

        @Test
        void out_of_order_is_put_in_order_with_the_pages_that_are_its_own() {
            Pagemap pagemap =
                    of(
                            entry(0x5000, 1, PRESENT),
                            entry(0x1000, 2, PRESENT),
                            entry(0x9000, 1, PRESENT));
            assertEquals(
                    List.of("1000+2 PRESENT 1", "5000+1 PRESENT 0", "9000+1 PRESENT 3"),
                    runs(pagemap));
            assertEquals(
                    List.of("address 0x1000 after 0x5000; entries are out of order"),
                    texts(pagemap));
        }

        @Test
        void that_repeats_an_address_loses_to_the_first() {
            Pagemap pagemap = of(entry(0x1000, 1, PRESENT), entry(0x1000, 1, PARENT));
            assertEquals(List.of("1000+1 PRESENT 0"), runs(pagemap));
            assertEquals(1, pagemap.defects().size());
        }

        @Test
        void of_a_quadrillion_pages_hides_no_other() {
            Pagemap pagemap = of(entry(0x1000, 1L << 50, 0), entry(0x2000, 1, PRESENT));
            assertEquals(List.of("2000+1 PRESENT 0"), runs(pagemap));
            assertEquals(
                    List.of(
                            "1125899906842624 pages at 0x1000, more than any computer has; left out"),
                    texts(pagemap));
        }

        @Test
        void of_present_pages_without_end_makes_the_later_ones_unreadable() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, -1, PRESENT),
                            entry(0x2000, 1, PRESENT),
                            entry(0x3000, 1, PARENT));
            assertEquals(List.of("2000+1 UNREADABLE -1", "3000+1 PARENT -1"), runs(pagemap));
            assertEquals(OptionalLong.empty(), pagemap.payloadBytes());
        }

        @Test
        void of_pages_past_the_end_of_all_addresses_is_left_out() {
            Pagemap pagemap =
                    of(entry(0x1000, 1, PRESENT), entry(0xffff_ffff_ffff_f000L, 2, PRESENT));
            assertEquals(List.of("1000+1 PRESENT 0"), runs(pagemap));
            assertEquals(
                    List.of(
                            "2 pages at 0xfffffffffffff000 reach past the end of all addresses; left out"),
                    texts(pagemap));
        }

        @Test
        void of_no_pages_is_left_out() {
            Pagemap pagemap = of(entry(0x1000, 0, PRESENT));
            assertEquals(List.of(), runs(pagemap));
            assertEquals(List.of("no pages at 0x1000; left out"), texts(pagemap));
        }

        @Test
        void between_two_pages_is_left_out() {
            Pagemap pagemap = of(entry(0x1800, 1, PRESENT), entry(0x3000, 1, PRESENT));
            assertEquals(List.of("3000+1 PRESENT 1"), runs(pagemap));
            assertEquals(
                    List.of("address 0x1800 is no multiple of the page size 4096; left out"),
                    texts(pagemap));
        }

        @Test
        void both_present_and_in_the_parent_is_not_to_be_read() {
            Pagemap pagemap = of(entry(0x1000, 1, PRESENT | PARENT), entry(0x2000, 1, PRESENT));
            assertEquals(List.of("1000+1 UNREADABLE -1", "2000+1 PRESENT 1"), runs(pagemap));
            assertEquals(1, pagemap.defects().size());
        }

        @Test
        void that_is_no_message_makes_the_later_present_pages_unreadable() {
            ImageBytes image =
                    image().message(entry(0x1000, 1, PRESENT))
                            .u32(2)
                            .raw(new byte[] {0x08, (byte) 0x80})
                            .message(entry(0x5000, 1, PRESENT))
                            .message(entry(0x6000, 1, 0));
            Pagemap pagemap = Pagemap.read(image.source(), 4096);
            assertEquals(
                    List.of("1000+1 PRESENT 0", "5000+1 UNREADABLE -1", "6000+1 ZERO -1"),
                    runs(pagemap));
            assertEquals(1, pagemap.defects().size());
            assertEquals(OptionalLong.empty(), pagemap.payloadBytes());
        }

        @Test
        void of_four_gigabytes_is_a_defect_after_the_runs_before_it() {
            Pagemap pagemap =
                    Pagemap.read(image().message(entry(0x1000, 1, PRESENT)).u32(-1).source(), 4096);
            assertEquals(List.of("1000+1 PRESENT 0"), runs(pagemap));
            assertEquals(1, pagemap.defects().size());
        }

        @Test
        void is_refused_a_page_size_that_is_none() {
            assertThrows(
                    IllegalArgumentException.class, () -> Pagemap.read(image().source(), 4095));
            assertThrows(IllegalArgumentException.class, () -> Pagemap.read(image().source(), 0));
        }
    }

    @Nested
    class Each_page {

        private record Claim(long page, long pages, int flags, long firstIndex) {
            boolean covers(long wanted) {
                return page <= wanted && wanted < page + pages;
            }

            String text(long wanted) {
                boolean present = (flags & PRESENT) != 0;
                return present
                        ? "PRESENT " + (firstIndex + wanted - page)
                        : (flags & PARENT) != 0
                                ? "PARENT -1"
                                : (flags & LAZY) != 0 ? "LAZY -1" : "ZERO -1";
            }
        }

        @Test
        void belongs_to_the_entry_that_begins_lowest_wherever_entries_overlap() {
            var random = new Random(20261122);
            int[] flags = {0, PARENT, LAZY, PRESENT, PRESENT | LAZY};
            for (int round = 0; round < 2000; round++) {
                List<Claim> claims = new ArrayList<>();
                long present = 0;
                for (int i = random.nextInt(10); i > 0; i--) {
                    var claim =
                            new Claim(
                                    random.nextInt(40),
                                    1 + random.nextInt(12),
                                    flags[random.nextInt(flags.length)],
                                    present);
                    claims.add(claim);
                    present += (claim.flags() & PRESENT) != 0 ? claim.pages() : 0;
                }
                Pagemap pagemap =
                        of(
                                claims.stream()
                                        .map(
                                                claim ->
                                                        entry(
                                                                claim.page() * 4096,
                                                                claim.pages(),
                                                                claim.flags()))
                                        .toArray(PagemapEntry[]::new));
                assertEquals(present, pagemap.presentPages());
                claims.sort(Comparator.comparingLong(Claim::page));
                for (int page = 0; page < 64; page++) {
                    long wanted = page;
                    String expected =
                            claims.stream()
                                    .filter(claim -> claim.covers(wanted))
                                    .findFirst()
                                    .map(claim -> claim.text(wanted))
                                    .orElse("none");
                    assertEquals(
                            expected, found(pagemap, wanted), () -> claims + " at page " + wanted);
                }
            }
        }

        private String found(Pagemap pagemap, long page) {
            OptionalInt i = pagemap.runAt(page * 4096 + 17);
            if (i.isEmpty()) {
                return "none";
            }
            PageRun run = pagemap.run(i.getAsInt());
            long index = run.offset() < 0 ? -1 : run.offset() / 4096 + page - run.address() / 4096;
            return run.origin() + " " + index;
        }
    }

    @Nested
    class Format_1_2 {

        private static final int PER_BLOCK = 2;

        private PagemapEntry compressed(
                long address, long pages, int flags, long total, int... sizes) {
            return entry(address, pages, flags).toBuilder()
                    .setBlocks(
                            PageBlockSizes.newBuilder()
                                    .addAllBlockSizes(Arrays.stream(sizes).boxed().toList())
                                    .setTotalPayloadSize(total)
                                    .setPagesPerBlock(PER_BLOCK))
                    .build();
        }

        private String block(Pagemap pagemap, long address) {
            try {
                PageBlock block = pagemap.blocks(pagemap.runAt(address).orElseThrow()).at(address);
                return "%x+%d %s %s"
                        .formatted(block.address(), block.length(), block.form(), block.stored());
            } catch (EvidenceException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void stores_pages_in_blocks_whose_sizes_tell_where_they_are_and_how() {
            Pagemap pagemap =
                    of(
                            entry(0x1000, 1, PRESENT),
                            compressed(0x10000, 7, PRESENT, 8192 + 300 + 5, 8192, 0, 300, 5));
            assertEquals(List.of(), texts(pagemap));
            assertEquals(List.of("1000+1 PRESENT 0", "10000+7 COMPRESSED 1"), runs(pagemap));
            assertEquals(OptionalLong.of(4096 + 8497), pagemap.payloadBytes());
            assertEquals("10000+8192 PLAIN 0x1000..0x3000", block(pagemap, 0x11fff));
            assertEquals("12000+8192 ZERO 0x3000..0x3000", block(pagemap, 0x12000));
            assertEquals("14000+8192 LZ4 0x3000..0x312c", block(pagemap, 0x15000));
            assertEquals("16000+4096 LZ4 0x312c..0x3131", block(pagemap, 0x16fff));
        }

        @Test
        void begins_aligned_content_on_the_next_page_boundary() {
            Pagemap pagemap =
                    of(
                            compressed(0x10000, 2, PRESENT, 10, 10),
                            compressed(0x20000, 2, PRESENT, 7, 7),
                            entry(0x30000, 1, PRESENT | ALIGNED),
                            entry(0x40000, 1, PRESENT | ALIGNED));
            assertEquals(List.of(), texts(pagemap));
            assertEquals("20000+8192 LZ4 0xa..0x11", block(pagemap, 0x20000));
            assertEquals(4096, pagemap.run(2).offset());
            assertEquals(8192, pagemap.run(3).offset());
            assertEquals(OptionalLong.of(3 * 4096), pagemap.payloadBytes());
        }

        @Test
        void may_begin_each_block_on_a_page_boundary_and_then_says_so_in_the_total() {
            Pagemap pagemap =
                    of(
                            compressed(0x10000, 6, PRESENT, 3 * 4096, 10, 0, 5000),
                            entry(0x20000, 1, PRESENT));
            assertEquals(List.of(), texts(pagemap));
            assertEquals("10000+8192 LZ4 0x0..0xa", block(pagemap, 0x10000));
            assertEquals("14000+8192 LZ4 0x1000..0x2388", block(pagemap, 0x14000));
            assertEquals(3 * 4096, pagemap.run(1).offset());
        }

        @Test
        void finds_any_of_many_blocks() {
            int[] sizes = new int[100_000];
            Arrays.setAll(sizes, i -> i % 3000);
            Pagemap pagemap =
                    of(compressed(0x10000, 200_000, PRESENT, Arrays.stream(sizes).sum(), sizes));
            assertEquals(List.of(), texts(pagemap));
            long before = Arrays.stream(sizes).limit(77_777).sum();
            assertEquals(
                    "%x+8192 LZ4 0x%x..0x%x"
                            .formatted(0x10000 + 77_777L * 8192, before, before + sizes[77_777]),
                    block(pagemap, 0x10000 + 77_777L * 8192 + 4096));
        }

        @Test
        void leaves_the_blocks_of_pages_that_are_another_entrys_where_they_are() {
            Pagemap pagemap =
                    of(entry(0x10000, 3, PRESENT), compressed(0x10000, 6, PRESENT, 60, 10, 20, 30));
            assertEquals(List.of("10000+3 PRESENT 0", "13000+3 COMPRESSED 3"), runs(pagemap));
            assertEquals("12000+8192 LZ4 0x300a..0x301e", block(pagemap, 0x13000));
        }

        @Test
        void with_blocks_that_contradict_themselves_is_never_read() {
            for (var hostile :
                    List.of(
                            compressed(0x10000, 4, PRESENT, 30, 10),
                            compressed(0x10000, 4, PRESENT, 30, 10, 10, 10),
                            compressed(0x10000, 4, PRESENT, 31, 10, 20),
                            compressed(0x10000, 4, PRESENT, -1, 10, 20),
                            compressed(0x10000, 4, PRESENT, 8203, 10, 8193),
                            compressed(0x10000, 3, PRESENT, 4107, 10, 4097),
                            compressed(0x10000, 4, PRESENT, 9, 10, -1),
                            compressed(0x10000, -1, PRESENT, 0, 0),
                            compressed(0x10000, 4, PRESENT, 0))) {
                Pagemap pagemap = of(hostile, entry(0x70000, 1, PRESENT));
                assertEquals(
                        "70000+1 UNREADABLE -1", runs(pagemap).getLast(), () -> hostile.toString());
                assertTrue(
                        runs(pagemap).stream().allMatch(run -> run.contains("UNREADABLE")),
                        () -> hostile.toString());
                assertEquals(OptionalLong.empty(), pagemap.payloadBytes());
                assertFalse(pagemap.defects().isEmpty());
            }
        }

        @Test
        void with_blocks_of_more_than_four_megabytes_or_of_no_page_is_never_read() {
            for (int pagesPerBlock : new int[] {0, 1025, -1}) {
                var entry = compressed(0x10000, 2, PRESENT, 10, 10).toBuilder();
                entry.getBlocksBuilder().setPagesPerBlock(pagesPerBlock);
                Pagemap pagemap = of(entry.build());
                assertEquals(List.of("10000+2 UNREADABLE -1"), runs(pagemap));
                assertEquals(
                        "compressed pages that cannot be read: blocks of %d pages of 4096 bytes; at most 4194304 bytes are in one; later pages cannot be located"
                                .formatted(Integer.toUnsignedLong(pagesPerBlock)),
                        texts(pagemap).getFirst());
            }
        }

        @Test
        void says_nothing_of_the_storage_of_pages_that_are_not_stored() {
            Pagemap pagemap =
                    of(compressed(0x10000, 2, PARENT, 10, 10), entry(0x20000, 1, ALIGNED));
            assertEquals(List.of("10000+2 UNREADABLE -1", "20000+1 UNREADABLE -1"), runs(pagemap));
            assertEquals(
                    "says how pages are stored that are not stored; CRIU never writes that",
                    texts(pagemap).getFirst());
        }

        @Test
        void or_a_later_one_may_have_flags_that_nobody_knows_yet() {
            Pagemap pagemap = of(entry(0x1000, 1, PRESENT | 16), entry(0x2000, 1, PRESENT));
            assertEquals(List.of("1000+1 UNREADABLE -1", "2000+1 UNREADABLE -1"), runs(pagemap));
            assertEquals(
                    List.of("unknown flags 0x10; these pages and later ones cannot be located"),
                    texts(pagemap));
        }
    }

    @Nested
    class A_million_entries {

        private static final int COUNT = 1_000_000;

        private Pagemap pagemap(boolean ascending) {
            byte[] head = image().bytes();
            byte[] bytes = Arrays.copyOf(head, head.length + COUNT * 32);
            int end = head.length;
            for (int i = 0; i < COUNT; i++) {
                long page = ascending ? i : COUNT - i;
                byte[] entry = entry(0x7f00_0000_0000L + page * 8192, 1, PRESENT).toByteArray();
                bytes[end] = (byte) entry.length;
                System.arraycopy(entry, 0, bytes, end + 4, entry.length);
                end += 4 + entry.length;
            }
            return Pagemap.read(ByteSource.of("test.img", Arrays.copyOf(bytes, end)), 4096);
        }

        @Test
        void are_held_and_found() {
            Pagemap pagemap = pagemap(true);
            assertEquals(List.of(), pagemap.defects());
            assertEquals(COUNT, pagemap.size());
            assertEquals(COUNT, pagemap.presentPages());
            assertEquals(
                    OptionalInt.of(999_999), pagemap.runAt(0x7f00_0000_0000L + 999_999L * 8192));
            assertEquals(999_999, pagemap.run(999_999).offset() / 4096);
        }

        @Test
        void in_reverse_order_are_sorted_and_not_all_of_them_are_reported() {
            Pagemap pagemap = pagemap(false);
            assertEquals(COUNT, pagemap.size());
            assertEquals(999_999, pagemap.run(0).offset() / 4096);
            assertEquals(0x7f00_0000_0000L + 8192, pagemap.run(0).address());
            assertEquals(101, pagemap.defects().size());
            assertEquals("999899 further defects, not listed", pagemap.defects().getLast().text());
        }
    }
}
