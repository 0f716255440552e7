package org.icecore.criu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.icecore.criu.proto.BpfmapDataEntry;
import org.icecore.criu.proto.FdinfoEntry;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.InventoryEntry;
import org.icecore.criu.proto.IpcDescEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.IpcShmEntry;
import org.icecore.criu.proto.MmEntry;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.criu.proto.PipeDataEntry;
import org.icecore.criu.proto.PstreeEntry;
import org.icecore.criu.proto.SeccompEntry;
import org.icecore.criu.proto.SeccompFilter;
import org.icecore.criu.proto.SkPacketEntry;
import org.icecore.criu.proto.StatsEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.VmaEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageFileTest {

    private static final PstreeEntry INIT = task(1);
    private static final PstreeEntry CHILD = task(2);

    private static PstreeEntry task(int pid) {
        return PstreeEntry.newBuilder()
                .setPid(pid)
                .setPpid(0)
                .setPgid(1)
                .setSid(1)
                .addThreads(pid)
                .build();
    }

    private static IpcDescEntry ipc() {
        return IpcDescEntry.newBuilder()
                .setKey(1)
                .setUid(0)
                .setGid(0)
                .setCuid(0)
                .setCgid(0)
                .setMode(384)
                .setId(0)
                .build();
    }

    private static List<String> texts(ImageFile file) {
        return file.defects().stream().map(Defect::toString).toList();
    }

    private static String content(ImageFile file, ByteRange range) throws EvidenceException {
        ByteSource content = file.content(range);
        return new String(content.bytes(0, (int) content.size()), StandardCharsets.ISO_8859_1);
    }

    @Nested
    class The_header {

        @Test
        void of_format_1_1_has_two_magics() {
            ImageFile file =
                    ImageBytes.of(0x54564319, 0x50273030).message(INIT).read(ImageKind.PSTREE);
            assertEquals(ImageFile.Format.V1_1, file.format());
            assertEquals(List.of(INIT), file.messages(PstreeEntry.class));
            assertEquals(List.of(), file.defects());
        }

        @Test
        void of_format_1_0_has_one_magic() {
            ImageFile file = ImageBytes.of(0x50273030).message(INIT).read(ImageKind.PSTREE);
            assertEquals(ImageFile.Format.V1_0, file.format());
            assertEquals(List.of(INIT), file.messages(PstreeEntry.class));
            assertEquals(List.of(), file.defects());
        }

        @Test
        void of_an_inventory_has_one_magic_in_every_format() {
            var inventory = InventoryEntry.newBuilder().setImgVersion(2).build();
            ImageFile file = ImageBytes.of(0x58313116).message(inventory).read(ImageKind.INVENTORY);
            assertEquals(ImageFile.Format.UNMARKED, file.format());
            assertEquals(List.of(inventory), file.messages(InventoryEntry.class));
            assertEquals(List.of(), file.defects());
        }

        @Test
        void of_a_service_image_has_a_magic_of_its_own() {
            ImageFile file =
                    ImageBytes.of(0x55105940, 0x57093306)
                            .message(StatsEntry.getDefaultInstance())
                            .read(ImageKind.STATS);
            assertEquals(1, file.entries().size());
            assertEquals(List.of(), file.defects());
        }

        @Test
        void that_is_common_where_service_was_expected_is_a_defect_but_does_not_hide_the_entries() {
            ImageFile file =
                    ImageBytes.of(0x54564319, 0x57093306)
                            .message(StatsEntry.getDefaultInstance())
                            .read(ImageKind.STATS);
            assertEquals(1, file.entries().size());
            assertEquals(
                    List.of("test.img+0x0..0x4: header of form COMMON; STATS has form SERVICE"),
                    texts(file));
        }

        @Test
        void of_another_image_is_a_defect_that_names_both() {
            ImageFile file = ImageBytes.of(ImageKind.MM).message(INIT).read(ImageKind.PSTREE);
            assertEquals(List.of(), file.entries());
            assertEquals(
                    List.of(
                            "test.img+0x4..0x8: magic 0x57492820 of MM; 0x50273030 of PSTREE was expected"),
                    texts(file));
        }

        @Test
        void that_nobody_knows_is_a_defect() {
            ImageFile file = ImageBytes.of(0x12345678).read(ImageKind.PSTREE);
            assertEquals(
                    List.of(
                            "test.img+0x0..0x4: magic 0x12345678; 0x50273030 of PSTREE was expected"),
                    texts(file));
        }

        @Test
        void that_is_missing_is_a_defect() {
            ImageFile file = ImageBytes.of().read(ImageKind.PSTREE);
            assertEquals(
                    List.of("test.img: ends after 0 bytes; the magic of PSTREE takes 4"),
                    texts(file));
        }

        @Test
        void of_a_big_endian_machine_is_known_by_its_swapped_magic() throws EvidenceException {
            var set = IpcSemEntry.newBuilder().setDesc(ipc()).setNsems(1).build();
            ImageFile file =
                    ImageBytes.withOrder(ByteOrder.BIG_ENDIAN, 0x54564319, 0x59573019)
                            .message(set)
                            .u16(258, 0, 0, 0)
                            .read(ImageKind.IPCNS_SEM);
            assertEquals(ByteOrder.BIG_ENDIAN, file.byteOrder());
            assertEquals(List.of(set), file.messages(IpcSemEntry.class));
            assertEquals(List.of(), file.defects());
            var values =
                    assertInstanceOf(Payload.Semaphores.class, file.entries().getFirst().payload());
            assertEquals("\u0001\u0002", content(file, values.values()));
        }
    }

    @Nested
    class An_entry {

        @Test
        void says_where_its_message_lies() {
            ImageFile file =
                    ImageBytes.of(ImageKind.PSTREE)
                            .message(INIT)
                            .message(CHILD)
                            .read(ImageKind.PSTREE);
            int size = INIT.getSerializedSize();
            assertEquals(
                    List.of(
                            Location.of("test.img", 12, size),
                            Location.of("test.img", 16 + size, size)),
                    file.entries().stream().map(ImageEntry::at).toList());
        }

        @Test
        void of_no_bytes_is_a_message_of_defaults() {
            ImageFile file = ImageBytes.of(ImageKind.SECCOMP).u32(0).read(ImageKind.SECCOMP);
            assertEquals(
                    List.of(SeccompEntry.getDefaultInstance()), file.messages(SeccompEntry.class));
            assertEquals(List.of(), file.defects());
        }

        @Test
        void without_required_fields_is_kept_and_the_fields_are_named() {
            PstreeEntry partial = PstreeEntry.newBuilder().setPid(7).setSid(1).buildPartial();
            ImageFile file =
                    ImageBytes.of(ImageKind.PSTREE)
                            .message(partial)
                            .message(CHILD)
                            .read(ImageKind.PSTREE);
            assertEquals(List.of(partial, CHILD), file.messages(PstreeEntry.class));
            assertEquals(
                    List.of("test.img+0xc..0x10: PstreeEntry without required ppid, pgid"),
                    texts(file));
        }

        @Test
        void without_fields_in_its_parts_names_the_first_of_them() {
            MmEntry partial =
                    MmEntry.newBuilder()
                            .setMmStartCode(0)
                            .setMmEndCode(0)
                            .addVmas(VmaEntry.newBuilder().setStart(1).buildPartial())
                            .buildPartial();
            ImageFile file = ImageBytes.of(ImageKind.MM).message(partial).read(ImageKind.MM);
            assertEquals(
                    List.of(
                            "MmEntry without required mm_start_data, mm_end_data, mm_start_stack, "
                                    + "mm_start_brk, mm_brk, mm_arg_start, mm_arg_end, mm_env_start and more"),
                    file.defects().stream().map(Defect::text).toList());
        }

        @Test
        void with_a_part_that_lacks_fields_says_which_part() {
            var head = SeccompFilter.newBuilder().setFilter(ByteString.EMPTY).build();
            SeccompEntry partial =
                    SeccompEntry.newBuilder()
                            .addSeccompFilters(head)
                            .addSeccompFilters(SeccompFilter.getDefaultInstance())
                            .buildPartial();
            ImageFile file =
                    ImageBytes.of(ImageKind.SECCOMP).message(partial).read(ImageKind.SECCOMP);
            assertEquals(
                    List.of("SeccompEntry without required seccomp_filters[1].filter"),
                    file.defects().stream().map(Defect::text).toList());
        }

        @Test
        void keeps_fields_that_nobody_knows_yet() {
            ImageFile file =
                    ImageBytes.of(ImageKind.SECCOMP)
                            .u32(3)
                            .raw(new byte[] {(byte) 0xf8, 0x06, 0x05})
                            .read(ImageKind.SECCOMP);
            assertEquals(
                    List.of(5L),
                    file.entries()
                            .getFirst()
                            .message()
                            .getUnknownFields()
                            .getField(111)
                            .getVarintList());
            assertEquals(List.of(), file.defects());
        }

        @Test
        void that_is_no_message_is_left_out_and_the_next_one_is_read() {
            ImageFile file =
                    ImageBytes.of(ImageKind.PSTREE)
                            .message(INIT)
                            .u32(2)
                            .raw(new byte[] {0x08, (byte) 0x80})
                            .message(CHILD)
                            .read(ImageKind.PSTREE);
            assertEquals(List.of(INIT, CHILD), file.messages(PstreeEntry.class));
            assertEquals(1, file.defects().size());
            assertTrue(
                    texts(file)
                            .getFirst()
                            .startsWith("test.img+0x1a..0x1c: 2 bytes that are no PstreeEntry: "));
        }

        @Test
        void longer_than_the_rest_of_the_file_is_a_defect_after_the_entries_before_it() {
            ImageFile file =
                    ImageBytes.of(ImageKind.PSTREE)
                            .message(INIT)
                            .u32(-1)
                            .raw("rest")
                            .read(ImageKind.PSTREE);
            assertEquals(List.of(INIT), file.messages(PstreeEntry.class));
            assertEquals(
                    List.of("test.img+0x16..0x1e: entry of 4294967295 bytes, of which 4 are there"),
                    texts(file));
        }

        @Test
        void of_a_pagemap_is_the_head_first_and_then_runs() {
            var head = PagemapHead.newBuilder().setPagesId(3).build();
            var run = PagemapEntry.newBuilder().setVaddr(0x1000).setCompatNrPages(1).build();
            ImageFile file =
                    ImageBytes.of(ImageKind.PAGEMAP)
                            .message(head)
                            .message(run)
                            .read(ImageKind.PAGEMAP);
            assertEquals(List.of(head), file.messages(PagemapHead.class));
            assertEquals(List.of(run), file.messages(PagemapEntry.class));
        }
    }

    @Nested
    class A_field {

        private static final MmEntry MEMORY =
                MmEntry.newBuilder()
                        .setMmStartCode(1)
                        .addVmas(
                                VmaEntry.newBuilder()
                                        .setStart(0x1000)
                                        .setEnd(0x2000)
                                        .buildPartial())
                        .addVmas(
                                VmaEntry.newBuilder()
                                        .setStart(0x5000)
                                        .setEnd(0x6000)
                                        .buildPartial())
                        .buildPartial();

        private final ImageFile file =
                ImageBytes.of(ImageKind.MM).message(MEMORY).read(ImageKind.MM);
        private final ImageEntry entry = file.entries().getFirst();

        private List<String> locate(int... path) throws EvidenceException {
            return file.locate(entry, path).stream().map(Location::toString).toList();
        }

        @Test
        void lies_where_its_value_lies() throws EvidenceException {
            assertEquals(List.of("test.img+0xd..0xe"), locate(MmEntry.MM_START_CODE_FIELD_NUMBER));
        }

        @Test
        void that_is_repeated_lies_in_as_many_places() throws EvidenceException {
            assertEquals(
                    List.of("test.img+0x10..0x16", "test.img+0x18..0x20"),
                    locate(MmEntry.VMAS_FIELD_NUMBER));
        }

        @Test
        void of_a_part_is_found_in_each_part() throws EvidenceException {
            assertEquals(
                    List.of("test.img+0x11..0x13", "test.img+0x19..0x1c"),
                    locate(MmEntry.VMAS_FIELD_NUMBER, VmaEntry.START_FIELD_NUMBER));
        }

        @Test
        void that_is_absent_lies_nowhere() throws EvidenceException {
            assertEquals(List.of(), locate(MmEntry.MM_BRK_FIELD_NUMBER));
            assertEquals(List.of(), locate(MmEntry.MM_START_CODE_FIELD_NUMBER, 1));
            assertEquals(List.of(), locate(1000));
            assertEquals(List.of(), locate(1000, 1));
        }

        @Test
        void of_an_image_inside_another_source_lies_where_that_one_says() throws EvidenceException {
            byte[] image = ImageBytes.of(ImageKind.MM).message(MEMORY).bytes();
            byte[] archive = new byte[512 + image.length];
            System.arraycopy(image, 0, archive, 512, image.length);
            ImageFile inside =
                    ImageFile.read(
                            ByteSource.of("a.tar", archive).slice(ByteRange.of(512, image.length)),
                            ImageName.of(ImageKind.MM, 1));
            ImageEntry first = inside.entries().getFirst();
            assertEquals(Location.of("a.tar", 524, MEMORY.getSerializedSize()), first.at());
            assertEquals(ByteRange.of(12, MEMORY.getSerializedSize()), first.range());
            assertEquals(
                    List.of(Location.of("a.tar", 525, 1)),
                    inside.locate(first, MmEntry.MM_START_CODE_FIELD_NUMBER));
        }
    }

    @Nested
    class Bytes_that_can_no_longer_be_read {

        /// A disk that fails beyond its first bytes.
        private record Failing(ByteSource whole, long good) implements ByteSource {
            @Override
            public long size() {
                return whole.size();
            }

            @Override
            public Location locate(ByteRange range) {
                return whole.locate(range);
            }

            @Override
            public void read(long position, MemorySegment target) throws EvidenceException {
                if (position + target.byteSize() > good) {
                    throw new EvidenceException(
                            locate(new ByteRange(good, size())), "input/output error");
                }
                whole.read(position, target);
            }
        }

        @Test
        void are_a_defect_after_the_entries_before_them() {
            var pipe = PipeDataEntry.newBuilder().setPipeId(1).setBytes(100_000).build();
            byte[] image =
                    ImageBytes.of(ImageKind.PIPES_DATA)
                            .message(pipe)
                            .raw(new byte[100_000])
                            .message(pipe)
                            .raw(new byte[100_000])
                            .bytes();
            ImageFile file =
                    ImageFile.read(
                            new Failing(ByteSource.of("test.img", image), 100_000),
                            ImageName.of(ImageKind.PIPES_DATA));
            assertEquals(List.of(pipe), file.messages(PipeDataEntry.class));
            assertEquals(List.of("test.img+0x186a0..0x30d5c: input/output error"), texts(file));
        }

        @Test
        void are_a_defect_of_a_pagemap() {
            byte[] image =
                    ImageBytes.of(ImageKind.PAGEMAP)
                            .message(PagemapHead.newBuilder().setPagesId(1).build())
                            .bytes();
            Pagemap pagemap = Pagemap.read(new Failing(ByteSource.of("test.img", image), 4), 4096);
            assertEquals(0, pagemap.size());
            assertEquals("input/output error", pagemap.defects().getFirst().text());
        }
    }

    @Nested
    class A_payload {

        @Test
        void of_pipe_data_is_as_long_as_the_message_says() throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.PIPES_DATA)
                            .message(PipeDataEntry.newBuilder().setPipeId(1).setBytes(5).build())
                            .raw("hello")
                            .message(PipeDataEntry.newBuilder().setPipeId(2).setBytes(0).build())
                            .read(ImageKind.PIPES_DATA);
            assertEquals(2, file.entries().size());
            assertEquals(List.of(), file.defects());
            var bytes = assertInstanceOf(Payload.Bytes.class, file.entries().getFirst().payload());
            assertEquals("hello", content(file, bytes.range()));
            assertEquals("test.img+0x10..0x15", file.locate(bytes.range()).toString());
        }

        @Test
        void of_a_socket_queue_is_as_long_as_the_packet() throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.SK_QUEUES)
                            .message(SkPacketEntry.newBuilder().setIdFor(1).setLength(3).build())
                            .raw("abc")
                            .read(ImageKind.SK_QUEUES);
            var bytes = assertInstanceOf(Payload.Bytes.class, file.entries().getFirst().payload());
            assertEquals("abc", content(file, bytes.range()));
        }

        @Test
        void of_a_TCP_stream_is_what_was_received_and_then_what_was_sent()
                throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.TCP_STREAM)
                            .message(
                                    TcpStreamEntry.newBuilder()
                                            .setInqLen(3)
                                            .setInqSeq(0)
                                            .setOutqLen(4)
                                            .setOutqSeq(0)
                                            .setOptMask(0)
                                            .setSndWscale(0)
                                            .setMssClamp(0)
                                            .build())
                            .raw("GET")
                            .raw("HTTP")
                            .read(ImageKind.TCP_STREAM);
            assertEquals(List.of(), file.defects());
            var queues =
                    assertInstanceOf(Payload.TcpQueues.class, file.entries().getFirst().payload());
            assertEquals("GET", content(file, queues.received()));
            assertEquals("HTTP", content(file, queues.sent()));
        }

        @Test
        void of_a_SysV_segment_is_padded_to_four_bytes() throws EvidenceException {
            var segment = IpcShmEntry.newBuilder().setDesc(ipc()).setSize(5).build();
            ImageFile file =
                    ImageBytes.of(ImageKind.IPCNS_SHM)
                            .message(segment)
                            .raw("12345\0\0\0")
                            .message(segment)
                            .raw("abcde\0\0\0")
                            .read(ImageKind.IPCNS_SHM);
            assertEquals(List.of(), file.defects());
            var second = assertInstanceOf(Payload.Bytes.class, file.entries().get(1).payload());
            assertEquals("abcde", content(file, second.range()));
        }

        @Test
        void of_a_SysV_segment_in_a_pagemap_is_empty() {
            var segment =
                    IpcShmEntry.newBuilder().setDesc(ipc()).setSize(5).setInPagemaps(true).build();
            ImageFile file =
                    ImageBytes.of(ImageKind.IPCNS_SHM)
                            .message(segment)
                            .message(segment)
                            .read(ImageKind.IPCNS_SHM);
            assertEquals(2, file.entries().size());
            assertInstanceOf(Payload.Empty.class, file.entries().getFirst().payload());
        }

        @Test
        void of_a_semaphore_set_of_four_has_no_padding() {
            var four = IpcSemEntry.newBuilder().setDesc(ipc()).setNsems(4).build();
            var five = IpcSemEntry.newBuilder().setDesc(ipc()).setNsems(5).build();
            ImageFile file =
                    ImageBytes.of(ImageKind.IPCNS_SEM)
                            .message(four)
                            .u16(1, 2, 3, 4)
                            .message(five)
                            .u16(1, 2, 3, 4, 5, 0, 0, 0)
                            .message(four)
                            .u16(1, 2, 3, 4)
                            .read(ImageKind.IPCNS_SEM);
            assertEquals(List.of(four, five, four), file.messages(IpcSemEntry.class));
            assertEquals(List.of(), file.defects());
            var values =
                    assertInstanceOf(Payload.Semaphores.class, file.entries().get(1).payload());
            assertEquals(10, values.values().length());
        }

        @Test
        void of_a_message_queue_is_a_list_of_messages_each_padded_to_eight_bytes()
                throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.IPCNS_MSG)
                            .message(
                                    IpcMsgEntry.newBuilder()
                                            .setDesc(ipc())
                                            .setQbytes(100)
                                            .setQnum(2)
                                            .build())
                            .message(IpcMsg.newBuilder().setMtype(5).setMsize(3).build())
                            .raw("one\0\0\0\0\0")
                            .message(IpcMsg.newBuilder().setMtype(9).setMsize(8).build())
                            .raw("eight is")
                            .read(ImageKind.IPCNS_MSG);
            assertEquals(List.of(), file.defects());
            var queue =
                    assertInstanceOf(Payload.Messages.class, file.entries().getFirst().payload());
            assertEquals(9, queue.messages().get(1).message().getMtype());
            assertEquals("one", content(file, queue.messages().get(0).content()));
            assertEquals("eight is", content(file, queue.messages().get(1).content()));
        }

        @Test
        void of_a_message_queue_that_breaks_off_keeps_the_messages_that_are_there() {
            ImageFile file =
                    ImageBytes.of(ImageKind.IPCNS_MSG)
                            .message(
                                    IpcMsgEntry.newBuilder()
                                            .setDesc(ipc())
                                            .setQbytes(100)
                                            .setQnum(-1)
                                            .build())
                            .message(IpcMsg.newBuilder().setMtype(5).setMsize(8).build())
                            .raw("eight is")
                            .read(ImageKind.IPCNS_MSG);
            var queue =
                    assertInstanceOf(Payload.Messages.class, file.entries().getFirst().payload());
            assertEquals(1, queue.messages().size());
            assertEquals(
                    List.of(
                            "test.img+0x35..0x35: SysV queue of 4294967295 messages, of which 1 is there"),
                    texts(file));
        }

        @Test
        void of_a_BPF_map_is_keys_and_then_values() throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.BPFMAP_DATA)
                            .message(
                                    BpfmapDataEntry.newBuilder()
                                            .setMapId(1)
                                            .setKeysBytes(2)
                                            .setValuesBytes(3)
                                            .setCount(1)
                                            .build())
                            .raw("kkvvv")
                            .read(ImageKind.BPFMAP_DATA);
            var map = assertInstanceOf(Payload.BpfMap.class, file.entries().getFirst().payload());
            assertEquals("kk", content(file, map.keys()));
            assertEquals("vvv", content(file, map.values()));
        }

        @Test
        void of_a_ghost_file_without_chunks_is_the_rest_of_the_image() throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.GHOST_FILE)
                            .message(
                                    GhostFileEntry.newBuilder()
                                            .setUid(0)
                                            .setGid(0)
                                            .setMode(0100600)
                                            .build())
                            .raw("deleted but open")
                            .read(ImageKind.GHOST_FILE);
            var bytes = assertInstanceOf(Payload.Bytes.class, file.entries().getFirst().payload());
            assertEquals("deleted but open", content(file, bytes.range()));
        }

        @Test
        void of_a_ghost_file_with_chunks_is_a_list_of_parts_with_their_offsets()
                throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.GHOST_FILE)
                            .message(
                                    GhostFileEntry.newBuilder()
                                            .setUid(0)
                                            .setGid(0)
                                            .setMode(0100600)
                                            .setChunks(true)
                                            .setSize(1 << 20)
                                            .build())
                            .message(GhostChunkEntry.newBuilder().setOff(0).setLen(3).build())
                            .raw("abc")
                            .message(GhostChunkEntry.newBuilder().setOff(65536).setLen(2).build())
                            .raw("de")
                            .read(ImageKind.GHOST_FILE);
            assertEquals(List.of(), file.defects());
            var chunks =
                    assertInstanceOf(Payload.Chunks.class, file.entries().getFirst().payload())
                            .chunks();
            assertEquals(
                    List.of(0L, 65536L), chunks.stream().map(Payload.GhostChunk::offset).toList());
            assertEquals("de", content(file, chunks.get(1).content()));
        }

        @Test
        void that_breaks_off_is_as_long_as_what_is_there_and_a_defect() throws EvidenceException {
            ImageFile file =
                    ImageBytes.of(ImageKind.PIPES_DATA)
                            .message(PipeDataEntry.newBuilder().setPipeId(1).setBytes(-1).build())
                            .raw("hello")
                            .read(ImageKind.PIPES_DATA);
            var bytes = assertInstanceOf(Payload.Bytes.class, file.entries().getFirst().payload());
            assertEquals("hello", content(file, bytes.range()));
            assertEquals(
                    List.of(
                            "test.img+0x14..0x19: pipe data of 4294967295 bytes, of which 5 are there"),
                    texts(file));
        }
    }

    @Nested
    class Memory {

        @Test
        void is_refused_to_a_small_message_that_would_become_a_large_one() {
            byte[] manyMappings = new byte[900_000];
            for (int i = 0; i < manyMappings.length; i += 2) {
                // Field 14 of mm_entry, a mapping, of no bytes.
                manyMappings[i] = MmEntry.VMAS_FIELD_NUMBER << 3 | 2;
            }
            var image = ImageBytes.of(ImageKind.MM);
            byte[] one = ImageBytes.of(manyMappings.length).raw(manyMappings).bytes();
            byte[] header = image.bytes();
            byte[] bytes = Arrays.copyOf(header, header.length + 20 * one.length);
            for (int i = 0; i < 20; i++) {
                System.arraycopy(one, 0, bytes, header.length + i * one.length, one.length);
            }
            ImageFile file =
                    ImageFile.read(ByteSource.of("test.img", bytes), ImageName.of(ImageKind.MM, 1));
            assertTrue(file.entries().size() < 20, () -> file.entries().size() + " entries");
            assertEquals(
                    "not read: the messages of one image would take more than %d bytes of memory"
                            .formatted(Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 3)),
                    file.defects().getLast().text());
        }

        @Test
        void is_refused_to_a_million_empty_entries_and_more() {
            byte[] bytes = Arrays.copyOf(ImageBytes.of(ImageKind.FDINFO).bytes(), 16 << 20);
            ImageFile file =
                    ImageFile.read(
                            ByteSource.of("test.img", bytes), ImageName.of(ImageKind.FDINFO, 1));
            assertTrue(file.messages(FdinfoEntry.class).size() < 2_000_000);
            assertTrue(file.defects().size() <= 101, () -> file.defects().size() + " defects");
        }
    }

    @Nested
    class A_raw_image {

        @Test
        void has_no_entries_and_no_header_to_be_wrong() {
            ImageFile file =
                    ImageBytes.of().raw("# Generated by iptables-save").read(ImageKind.IPTABLES);
            assertEquals(List.of(), file.entries());
            assertEquals(List.of(), file.defects());
            assertEquals(28, file.source().size());
        }

        @Test
        void of_the_old_form_with_pages_between_entries_is_a_defect() {
            ImageFile file = ImageBytes.of(0x56084025).raw("page").read(ImageKind.SHM_PAGES_OLD);
            assertEquals(
                    List.of(
                            "test.img+0x4..0x8: pages between the entries, as in old versions of CRIU; "
                                    + "this release does not read them"),
                    texts(file));
        }
    }
}
