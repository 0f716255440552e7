package org.icecore.criu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of image, damaged in every way that can be tried.
class HostileImageTest {

    static Stream<ImageKind> kindsWithMessages() {
        return Arrays.stream(ImageKind.values()).filter(kind -> kind.message().isPresent());
    }

    @ParameterizedTest
    @MethodSource("kindsWithMessages")
    void cut_after_any_byte_it_gives_the_entries_before_the_cut_and_a_defect(ImageKind kind) {
        byte[] whole = sample(kind);
        ImageFile complete = read(kind, whole);
        assertEquals(List.of(), complete.defects());
        for (int length = 0; length < whole.length; length++) {
            int cut = length;
            ImageFile file = read(kind, Arrays.copyOf(whole, length));
            List<ImageEntry> entries = file.entries();
            for (int i = 0; i < entries.size(); i++) {
                assertEquals(complete.entries().get(i).at(), entries.get(i).at());
                assertEquals(complete.entries().get(i).message(), entries.get(i).message());
            }
            long before =
                    complete.entries().stream()
                            .filter(entry -> entry.at().range().end() <= cut)
                            .count();
            assertEquals(
                    before, entries.size(), () -> "entries of the first %d bytes".formatted(cut));
            assertTrue(
                    !file.defects().isEmpty() || isWhole(kind, complete, cut),
                    () -> "no defect in the first %d bytes".formatted(cut));
            assertLocated(file.defects(), length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_random_bytes_it_gives_something_and_never_throws(ImageKind kind) {
        var random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sample(kind);
            int header = kind.header() == HeaderForm.INVENTORY ? 4 : kind.raw() ? 0 : 8;
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            byte[] image = Arrays.copyOf(bytes, header + noise.length);
            System.arraycopy(noise, 0, image, header, noise.length);
            assertLocated(read(kind, image).defects(), image.length);
            assertLocated(read(kind, noise).defects(), noise.length);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsWithMessages")
    void with_any_byte_changed_it_gives_something_and_never_throws(ImageKind kind) {
        byte[] whole = sample(kind);
        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0x00, 0x7f, 0x80, 0xff}) {
                byte[] image = whole.clone();
                image[at] = (byte) value;
                assertLocated(read(kind, image).defects(), image.length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kindsWithMessages")
    void with_a_length_of_four_gigabytes_it_gives_a_defect_at_once(ImageKind kind) {
        ImageFile file = ImageBytes.of(kind).u32(-1).raw("some bytes").read(kind);
        assertEquals(List.of(), file.entries());
        assertEquals(1, file.defects().size());
        assertEquals(
                "entry of 4294967295 bytes, of which 10 are there",
                file.defects().getFirst().text());
    }

    @ParameterizedTest
    @MethodSource("kindsWithMessages")
    void of_empty_entries_it_gives_as_many_empty_messages(ImageKind kind) {
        ImageFile file = ImageBytes.of(kind).u32(0).read(kind);
        assertEquals(1, file.entries().size());
        Message empty = file.entries().getFirst().message();
        assertEquals(0, empty.getSerializedSize());
        assertEquals(empty.isInitialized(), file.defects().isEmpty());
    }

    @Test
    void with_messages_in_one_another_without_end_it_gives_a_defect() {
        byte[] nested = {};
        for (int depth = 0; depth < 3000; depth++) {
            // Field 2 holds the controllers of all, their directories, and the children of each.
            nested =
                    ImageBytes.of()
                            .raw(new byte[] {0x12})
                            .raw(varint(nested.length))
                            .raw(nested)
                            .bytes();
        }
        ImageFile file =
                ImageBytes.of(ImageKind.CGROUP)
                        .u32(nested.length)
                        .raw(nested)
                        .read(ImageKind.CGROUP);
        assertEquals(1, file.defects().size());
    }

    @Test
    void with_groups_in_one_another_without_end_it_gives_a_defect() {
        byte[] groups = new byte[100_000];
        Arrays.fill(groups, (byte) (1 << 3 | 3));
        ImageFile file =
                ImageBytes.of(ImageKind.CGROUP)
                        .u32(groups.length)
                        .raw(groups)
                        .read(ImageKind.CGROUP);
        assertEquals(1, file.defects().size());
        byte[] pagemap =
                ImageBytes.of(ImageKind.PAGEMAP)
                        .message(PagemapHead.newBuilder().setPagesId(1).build())
                        .u32(groups.length)
                        .raw(groups)
                        .bytes();
        assertEquals(1, Pagemap.read(ByteSource.of("test.img", pagemap), 4096).defects().size());
    }

    @Test
    void as_a_pagemap_cut_after_any_byte_gives_the_runs_before_the_cut_and_a_defect() {
        var image =
                ImageBytes.of(ImageKind.PAGEMAP)
                        .message(PagemapHead.newBuilder().setPagesId(1).build());
        int first = image.bytes().length;
        byte[] whole = image.message(run(0x4000)).message(run(0x6000)).message(run(0x8000)).bytes();
        int entry = (whole.length - first) / 3;
        for (int length = 0; length < whole.length; length++) {
            Pagemap pagemap =
                    Pagemap.read(ByteSource.of("test.img", Arrays.copyOf(whole, length)), 4096);
            assertEquals(Math.max(0, (length - first) / entry), pagemap.size());
            boolean between = length >= first && (length - first) % entry == 0;
            assertEquals(
                    between,
                    pagemap.defects().isEmpty(),
                    "defects of the first %d bytes".formatted(length));
            assertLocated(pagemap.defects(), length);
        }
    }

    @Test
    void as_a_pagemap_of_random_bytes_keeps_runs_in_order_and_apart() {
        var random = new Random(20261122);
        byte[] head =
                ImageBytes.of(ImageKind.PAGEMAP)
                        .message(PagemapHead.newBuilder().setPagesId(1).build())
                        .bytes();
        for (int round = 0; round < 3000; round++) {
            var image = ImageBytes.of().raw(head);
            for (int i = random.nextInt(12); i > 0; i--) {
                image.message(
                        PagemapEntry.newBuilder()
                                .setVaddr(
                                        random.nextInt(64)
                                                * (random.nextInt(40) == 0 ? 1L << 58 : 4096L))
                                .setCompatNrPages(random.nextInt(6))
                                .setFlags(random.nextInt(random.nextInt(10) == 0 ? 32 : 8))
                                .build());
            }
            byte[] bytes = image.bytes();
            if (random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Pagemap pagemap = Pagemap.read(ByteSource.of("test.img", bytes), 4096);
            assertLocated(pagemap.defects(), bytes.length);
            for (int i = 1; i < pagemap.size(); i++) {
                PageRun before = pagemap.run(i - 1);
                long end = (before.address() >>> 12) + before.pages();
                assertTrue(end <= pagemap.run(i).address() >>> 12, "runs in order and apart");
            }
            for (PageRun run : pagemap) {
                assertEquals(run.origin() == PageRun.Origin.PRESENT, run.offset() >= 0);
                assertTrue(
                        run.offset() < 0
                                || pagemap.payloadBytes().isEmpty()
                                || run.offset() + run.pages() * 4096
                                        <= pagemap.payloadBytes().getAsLong());
            }
        }
    }

    private static PagemapEntry run(long address) {
        return PagemapEntry.newBuilder().setVaddr(address).setCompatNrPages(1).setFlags(4).build();
    }

    private static ImageFile read(ImageKind kind, byte[] bytes) {
        return ImageFile.read(ByteSource.of("test.img", bytes), ImageName.of(kind));
    }

    private static void assertLocated(List<Defect> defects, int size) {
        for (Defect defect : defects) {
            Location at = defect.at();
            assertTrue(at.range().end() <= size, () -> "%s in %d bytes".formatted(defect, size));
            assertFalse(defect.text().isBlank());
        }
    }

    /// Whether an image that ends after `length` bytes is one that CRIU could have written.
    private static boolean isWhole(ImageKind kind, ImageFile complete, int length) {
        if (length < (kind.header() == HeaderForm.INVENTORY ? 4 : 8)) {
            return false;
        }
        if (kind == ImageKind.GHOST_FILE) {
            // Whatever chunks there are, the file may end after each of them.
            ImageEntry entry = complete.entries().getFirst();
            var chunks = ((Payload.Chunks) entry.payload()).chunks();
            return length == 8
                    || length == entry.at().range().end()
                    || chunks.stream().anyMatch(chunk -> chunk.content().end() == length);
        }
        int first = (int) complete.entries().getFirst().at().range().start() - 4;
        int entry = (int) complete.entries().getLast().at().range().start() - 4;
        return length == first || length == entry;
    }

    /// Two entries of that kind with their payloads; of a ghost file one entry with two chunks.
    private static byte[] sample(ImageKind kind) {
        ImageBytes image = ImageBytes.of(kind);
        if (kind.message().isEmpty()) {
            return image.bytes();
        }
        if (kind == ImageKind.GHOST_FILE) {
            return image.message(
                            ((GhostFileEntry) filled(GhostFileEntry.getDefaultInstance()))
                                    .toBuilder().setChunks(true).build())
                    .message(GhostChunkEntry.newBuilder().setOff(0).setLen(3).build())
                    .raw("abc")
                    .message(GhostChunkEntry.newBuilder().setOff(9).setLen(2).build())
                    .raw("de")
                    .bytes();
        }
        for (int i = 0; i < 2; i++) {
            image.message(filled(kind.messageAt(i)));
            payload(kind.payload(), image);
        }
        return image.bytes();
    }

    private static void payload(PayloadForm form, ImageBytes image) {
        switch (form) {
            case NONE, INLINE_PAGES, GHOST_CONTENT -> {}
            case PIPE_DATA, SOCKET_PACKET -> image.raw("x");
            case TCP_QUEUES, BPF_MAP -> image.raw("xy");
            case SYSV_SEGMENT -> image.raw("x\0\0\0");
            case SYSV_MESSAGES ->
                    image.message(filled(IpcMsg.getDefaultInstance())).raw("x\0\0\0\0\0\0\0");
            case SYSV_SEMAPHORES -> image.raw("xx\0\0\0\0\0\0");
        }
    }

    /// The smallest complete message of that type: all required fields, numbers 1.
    private static Message filled(Message type) {
        Message.Builder builder = type.newBuilderForType();
        for (FieldDescriptor field : type.getDescriptorForType().getFields()) {
            if (field.isRequired()) {
                builder.setField(field, value(field, builder));
            }
        }
        return builder.build();
    }

    private static Object value(FieldDescriptor field, Message.Builder builder) {
        return switch (field.getJavaType()) {
            case INT -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1d;
            case BOOLEAN -> true;
            case STRING -> "x";
            case BYTE_STRING -> ByteString.copyFromUtf8("x");
            case ENUM -> field.getEnumType().getValues().getFirst();
            case MESSAGE -> filled(builder.newBuilderForField(field).getDefaultInstanceForType());
        };
    }

    private static byte[] varint(int value) {
        return value < 128
                ? new byte[] {(byte) value}
                : value < 1 << 14
                        ? new byte[] {(byte) (value | 128), (byte) (value >> 7)}
                        : new byte[] {
                            (byte) (value | 128), (byte) (value >> 7 | 128), (byte) (value >> 14)
                        };
    }
}
