package org.icecore.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// What is done to the bytes of an input before they are opened, so that what lies behind a checksum is reached, too.
enum Wrapping {
    NONE,
    CHECKSUMS,
    GZIP,
    ZSTD,
    XZ,
    BZIP2,
    ZIP,
    TAR;

    private static final int BLOCK = 512;
    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;

    byte[] wrap(byte[] bytes) throws IOException {
        return switch (this) {
            case NONE -> bytes;
            case CHECKSUMS -> repaired(bytes);
            case ZSTD -> Zstd.compress(repaired(bytes), 1);
            case GZIP -> through(repaired(bytes), GZIPOutputStream::new);
            case XZ ->
                    through(repaired(bytes), out -> new XZOutputStream(out, new LZMA2Options(0)));
            case BZIP2 -> through(repaired(bytes), out -> new BZip2CompressorOutputStream(out, 1));
            case ZIP -> zipped(repaired(bytes));
            case TAR -> tarred("inner.tar", repaired(bytes));
        };
    }

    /// Opens a stream that packs what is written to it.
    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] bytes, Packer packer) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = packer.open(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mailed/inner.tar"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /// A tar with one file.
    static byte[] tarred(String name, byte[] content) {
        var header = new byte[BLOCK];
        text(header, 0, name);
        text(header, 100, "0000644\0");
        text(header, 108, "0000000\0");
        text(header, 116, "0000000\0");
        text(header, 124, "%011o\0".formatted(content.length));
        text(header, 136, "00000000000\0");
        header[156] = '0';
        text(header, 257, "ustar\00000");
        var out = new ByteArrayOutputStream();
        out.writeBytes(repaired(header));
        out.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private static void text(byte[] target, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /// The same with the checksum of each block made right that looks like a header.
    private static byte[] repaired(byte[] bytes) {
        var repaired = bytes.clone();
        for (int at = 0; at + BLOCK <= repaired.length; at += BLOCK) {
            if (new String(repaired, at + 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
                Arrays.fill(repaired, at + SUM, at + SUM + SUM_LENGTH, (byte) ' ');
                int sum = 0;
                for (int i = at; i < at + BLOCK; i++) {
                    sum += repaired[i] & 0xff;
                }
                text(repaired, at + SUM, "%06o\0 ".formatted(sum));
            }
        }
        return repaired;
    }
}
