package org.icecore.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Writes tar archives byte by byte, right ones and wrong ones.
final class TarBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static TarBytes aTar() {
        return new TarBytes();
    }

    TarBytes file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TarBytes file(String name, byte[] content) {
        return header(name, '0', content.length, _ -> {}).raw(content).pad();
    }

    TarBytes entry(String name, char type, String linkTarget) {
        return header(name, type, 0, block -> put(block, TarField.LINK_TARGET, linkTarget));
    }

    /// An extended header with a body: `x`, `g`, `L`, `K`.
    TarBytes extended(char type, String body) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        return header("extended", type, content.length, _ -> {}).raw(content).pad();
    }

    TarBytes pax(String... records) {
        return extended('x', records(records));
    }

    static String records(String... records) {
        var body = new StringBuilder();
        for (var record : records) {
            int rest = record.getBytes(StandardCharsets.UTF_8).length + 2;
            int length = rest + 1;
            while (length != rest + Integer.toString(length).length()) {
                length++;
            }
            body.append(length).append(' ').append(record).append('\n');
        }
        return body.toString();
    }

    /// A header whose checksum is right after `change` was made.
    TarBytes header(String name, char type, long size, Consumer<byte[]> change) {
        return raw(block(name, type, size, change));
    }

    static byte[] block(String name, char type, long size, Consumer<byte[]> change) {
        var block = new byte[TarHeader.BLOCK];
        put(block, TarField.NAME, name);
        put(block, TarField.MODE, "0000644\0");
        put(block, TarField.UID, "0001750\0");
        put(block, TarField.GID, "0000144\0");
        put(block, TarField.SIZE, "%011o\0".formatted(size));
        put(block, TarField.MODIFIED, "15000000000\0");
        block[TarField.TYPE.start] = (byte) type;
        put(block, TarField.MAGIC, "ustar\00000");
        change.accept(block);
        put(block, TarField.CHECKSUM, "%06o\0 ".formatted(new TarHeader(block).sum(0xff)));
        return block;
    }

    static void put(byte[] block, TarField field, String text) {
        put(block, field.start, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void put(byte[] block, int at, byte[] value) {
        System.arraycopy(value, 0, block, at, value.length);
    }

    TarBytes raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    TarBytes pad() {
        return raw(new byte[(TarHeader.BLOCK - bytes.size() % TarHeader.BLOCK) % TarHeader.BLOCK]);
    }

    TarBytes end() {
        return raw(new byte[2 * TarHeader.BLOCK]);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    byte[] first(int count) {
        return Arrays.copyOf(bytes(), count);
    }

    ByteSource source() {
        return ByteSource.of("outer.tar", bytes());
    }

    TarIndex index() throws EvidenceException {
        return TarIndex.of(source(), Progress.unwatched());
    }
}
