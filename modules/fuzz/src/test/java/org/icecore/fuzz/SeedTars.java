package org.icecore.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Tars to begin with, one for each extension of the format.
final class SeedTars {

    private SeedTars() {}

    static byte[] small() throws IOException {
        return tar(TarArchiveOutputStream.LONGFILE_POSIX, tar -> file(tar, "a", "first"));
    }

    static byte[] everything() throws IOException {
        var pax = tar(TarArchiveOutputStream.LONGFILE_POSIX, SeedTars::entries);
        var gnu = tar(TarArchiveOutputStream.LONGFILE_GNU, SeedTars::entries);
        // Behind the end of the first, where some readers go on.
        return Bytes.joined(Arrays.copyOf(pax, pax.length - 1024), gnu);
    }

    /// The ways in which GNU tar and others keep sparse files.
    static byte[] sparse() throws IOException {
        return tar(
                TarArchiveOutputStream.LONGFILE_POSIX,
                tar -> {
                    records(
                            tar,
                            "GNU.sparse.size=4000",
                            "GNU.sparse.name=a",
                            "GNU.sparse.map=0,5,3000,7");
                    file(tar, "map", "hello sparse");
                    records(
                            tar,
                            "GNU.sparse.major=1",
                            "GNU.sparse.minor=0",
                            "GNU.sparse.realsize=4000",
                            "GNU.sparse.name=inner");
                    var map = Arrays.copyOf(text("2\n0\n5\n3000\n7\n"), 512);
                    file(
                            tar,
                            "inside",
                            new String(map, StandardCharsets.US_ASCII) + "hello sparse");
                    records(
                            tar,
                            "GNU.sparse.size=4000",
                            "GNU.sparse.numblocks=1",
                            "GNU.sparse.offset=9",
                            "GNU.sparse.numbytes=12",
                            "SCHILY.realsize=4000");
                    file(tar, "pairs", "hello sparse");
                    sized(tar, new TarArchiveEntry("old", TarConstants.LF_GNUTYPE_SPARSE), "hello");
                });
    }

    /// A pax header, whose records begin with their own length.
    private static void records(TarArchiveOutputStream tar, String... records) throws IOException {
        var text = new StringBuilder();
        for (var record : records) {
            int length = record.length() + 2;
            int digits = length + 2 > 99 ? 3 : 2;
            text.append(length + digits).append(' ').append(record).append('\n');
        }
        sized(
                tar,
                new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC),
                text.toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void entries(TarArchiveOutputStream tar) throws IOException {
        file(tar, "checkpoint/pstree.img", "content");
        file(tar, "long/".repeat(40) + "name", "of a long name");
        file(tar, "../outside", "");
        file(tar, "a", "first");
        file(tar, "a", "second");
        entry(tar, "directory/", TarConstants.LF_DIR);
        entry(tar, "fifo", TarConstants.LF_FIFO);
        entry(tar, "device", TarConstants.LF_CHR);
        var link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("../".repeat(50) + "target");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
        var hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("a");
        tar.putArchiveEntry(hard);
        tar.closeArchiveEntry();
        var owned = new TarArchiveEntry("owned");
        owned.setUserId(70_000_000_000L);
        owned.setModTime(-1_000L);
        sized(tar, owned, "x");
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte type)
            throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name, type));
        tar.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream tar, String name, String content)
            throws IOException {
        sized(tar, new TarArchiveEntry(name), content);
    }

    private static void sized(TarArchiveOutputStream tar, TarArchiveEntry entry, String content)
            throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /// Writes the entries of a tar.
    private interface Writer {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(int longNames, Writer writer) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out, 512, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setBigNumberMode(
                    longNames == TarArchiveOutputStream.LONGFILE_GNU
                            ? TarArchiveOutputStream.BIGNUMBER_STAR
                            : TarArchiveOutputStream.BIGNUMBER_POSIX);
            writer.write(tar);
        }
        return out.toByteArray();
    }
}
