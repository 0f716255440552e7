package org.icecore.criu.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.IpcDescEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.MmEntry;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.criu.proto.VmaEntry;
import org.icecore.evidence.ByteSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Hostile bytes as JSON")
class HostileImageJsonTest {

    private static byte[] messages() {
        var description =
                IpcDescEntry.newBuilder()
                        .setKey(7)
                        .setUid(0)
                        .setGid(0)
                        .setCuid(0)
                        .setCgid(0)
                        .setMode(384)
                        .setId(2);
        return Bytes.of(ImageKind.IPCNS_MSG)
                .message(
                        IpcMsgEntry.newBuilder()
                                .setDesc(description)
                                .setQbytes(100)
                                .setQnum(2)
                                .build())
                .message(IpcMsg.newBuilder().setMtype(5).setMsize(8).build())
                .raw("8 bytes!")
                .message(IpcMsg.newBuilder().setMtype(6).setMsize(1).build())
                .raw("1.......")
                .bytes();
    }

    private static byte[] memory() {
        return Bytes.of(ImageKind.MM)
                .message(
                        MmEntry.newBuilder()
                                .setMmStartCode(0x1000)
                                .setMmEndCode(-1)
                                .setExeFileId(3)
                                .addMmSavedAuxv(33)
                                .addMmSavedAuxv(-1)
                                .addVmas(
                                        VmaEntry.newBuilder()
                                                .setStart(0x1000)
                                                .setEnd(0x2000)
                                                .setProt(7)
                                                .setFd(-1)
                                                .buildPartial())
                                .buildPartial())
                .bytes();
    }

    private static void isSound(Bytes.Printed printed) {
        if (printed.json().isEmpty()) {
            assertEquals(1, printed.defects().size());
            return;
        }
        var open = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < printed.json().length(); i++) {
            char c = printed.json().charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                open.append(c);
            } else if (c == '}' || c == ']') {
                assertEquals(c == '}' ? '{' : '[', open.charAt(open.length() - 1));
                open.setLength(open.length() - 1);
            }
        }
        assertFalse(quoted, printed.json());
        assertEquals("", open.toString(), printed.json());
    }

    @Test
    void isWholeJsonWhereverTheImageIsCut() {
        for (byte[] image : new byte[][] {messages(), memory()}) {
            ImageKind kind = image == null ? ImageKind.MM : kind(image);
            for (int length = 0; length < image.length; length++) {
                var printed =
                        Bytes.print(
                                ByteSource.of("cut.img", Arrays.copyOf(image, length)),
                                kind,
                                ImageJson.pretty());
                isSound(printed);
                assertTrue(
                        length == 8 || !printed.defects().isEmpty(), "cut to " + length + " bytes");
            }
        }
    }

    private static ImageKind kind(byte[] image) {
        return (image[4] & 0xff) == 0x37 ? ImageKind.IPCNS_MSG : ImageKind.MM;
    }

    @Test
    void isWholeJsonWhateverBytesAreFlipped() {
        var random = new Random(20261122);
        for (byte[] image : new byte[][] {messages(), memory()}) {
            for (int round = 0; round < 5000; round++) {
                byte[] flipped = image.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    flipped[8 + random.nextInt(image.length - 8)] = (byte) random.nextInt();
                }
                isSound(
                        Bytes.print(
                                ByteSource.of("flipped.img", flipped),
                                kind(image),
                                ImageJson.pretty()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void isWholeJsonWhateverTheImage(ImageKind kind) {
        var random = new Random(7);
        for (int round = 0; round < 100; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            isSound(Bytes.of(kind).raw(noise).pretty());
        }
    }

    @Test
    void stopsAtMessagesThatLieTooDeepInOneAnother() {
        byte[] namespaces = {};
        for (int i = 0; i < 100; i++) {
            var outer = new ByteArrayOutputStream();
            outer.write(0x1a);
            for (int length = namespaces.length; ; length >>>= 7) {
                outer.write(length > 0x7f ? length & 0x7f | 0x80 : length);
                if (length <= 0x7f) {
                    break;
                }
            }
            outer.writeBytes(namespaces);
            namespaces = outer.toByteArray();
        }
        namespaces[0] = 0x0a;
        var printed = Bytes.of(ImageKind.APPARMOR).entry(namespaces).plain();
        isSound(printed);
        assertTrue(
                printed.told().stream()
                        .anyMatch(told -> told.endsWith("more than 32 messages in one another")),
                printed.told().toString());
    }

    @Test
    void believesNoCountThatTheFileHasNoRoomFor() {
        var sems =
                Bytes.of(ImageKind.IPCNS_SEM)
                        .message(
                                IpcSemEntry.newBuilder()
                                        .setDesc(IpcDescEntry.getDefaultInstance())
                                        .setNsems(-1)
                                        .buildPartial());
        assertTrue(
                sems.plain()
                        .told()
                        .contains(
                                "test.img+0x14..0x14: semaphore values of 8589934590 bytes, of which 0 are there"),
                sems.plain().told().toString());
        var messages =
                Bytes.of(ImageKind.IPCNS_MSG)
                        .message(IpcMsgEntry.newBuilder().setQnum(-1).buildPartial());
        assertTrue(
                messages.plain()
                        .told()
                        .contains(
                                "test.img+0x12..0x12: SysV queue of 4294967295 messages, of which 0 are there"),
                messages.plain().told().toString());
    }

    @Test
    void takesAMillionEntriesInSecondsAndHoldsNone() {
        var image =
                Bytes.of(ImageKind.PAGEMAP).message(PagemapHead.newBuilder().setPagesId(1).build());
        for (int i = 0; i < 1_000_000; i++) {
            image.message(
                    PagemapEntry.newBuilder()
                            .setVaddr(i * 8192L)
                            .setCompatNrPages(0)
                            .setFlags(4)
                            .setNrPages(1)
                            .build());
        }
        var counted = new long[1];
        var sink =
                new Appendable() {
                    @Override
                    public Appendable append(CharSequence text) {
                        counted[0] += text.length();
                        return this;
                    }

                    @Override
                    public Appendable append(CharSequence text, int start, int end) {
                        counted[0] += end - start;
                        return this;
                    }

                    @Override
                    public Appendable append(char c) {
                        counted[0]++;
                        return this;
                    }
                };
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () ->
                        assertEquals(
                                0,
                                ImageJson.plain()
                                        .write(image.source(), ImageKind.PAGEMAP, sink)
                                        .size()));
        assertTrue(counted[0] > 60_000_000, counted[0] + " characters");
    }
}
