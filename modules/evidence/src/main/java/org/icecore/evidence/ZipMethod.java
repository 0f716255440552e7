package org.icecore.evidence;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

/// The ways to pack the content of a zip's member that can be unpacked.
///
/// Source: APPNOTE.TXT 6.3.10, section 4.4.5.
enum ZipMethod {
    DEFLATED(ZipEntry.DEFLATED) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return new Inflate(packed, entry.checksum());
        }
    },
    DEFLATE64(9) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return checked(
                    new StreamDecompressor(
                            new SingleStream(title(), Deflate64CompressorInputStream::new), packed),
                    packed,
                    entry);
        }
    },
    BZIP2(12) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return checked(new StreamDecompressor(StreamFormat.BZIP2, packed), packed, entry);
        }
    },
    LZMA(14) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return checked(
                    new StreamDecompressor(
                            new SingleStream(title(), stream -> ZipLzma.open(stream, entry.size())),
                            packed),
                    packed,
                    entry);
        }
    },
    ZSTD(93) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return checked(new Unzstd(packed), packed, entry);
        }
    },
    XZ(95) {
        @Override
        Decompressor open(ByteSource packed, ZipEntry entry) {
            return checked(new StreamDecompressor(StreamFormat.XZ, packed), packed, entry);
        }
    };

    /// Those that are not unpacked, by their names in that section.
    private static final Map<Integer, String> OTHERS =
            Map.ofEntries(
                    Map.entry(1, "shrunk"),
                    Map.entry(2, "reduced with factor 1"),
                    Map.entry(3, "reduced with factor 2"),
                    Map.entry(4, "reduced with factor 3"),
                    Map.entry(5, "reduced with factor 4"),
                    Map.entry(6, "imploded"),
                    Map.entry(10, "PKWARE imploding"),
                    Map.entry(16, "IBM z/OS CMPSC"),
                    Map.entry(18, "IBM TERSE"),
                    Map.entry(19, "IBM LZ77 z"),
                    Map.entry(20, "zstd by its former number"),
                    Map.entry(94, "MP3"),
                    Map.entry(96, "JPEG"),
                    Map.entry(97, "WavPack"),
                    Map.entry(98, "PPMd"),
                    Map.entry(99, "AES encryption"));

    private final int number;

    ZipMethod(int number) {
        this.number = number;
    }

    /// The method of that number; empty if it cannot be unpacked.
    static Optional<ZipMethod> of(int number) {
        for (var method : values()) {
            if (method.number == number) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /// A method in words, also one that cannot be unpacked: `method 98 (PPMd)`.
    static String title(int number) {
        var name =
                of(number).map(ZipMethod::title).orElseGet(() -> OTHERS.getOrDefault(number, ""));
        return name.isEmpty()
                ? "method %d, which is not known".formatted(number)
                : "method %d (%s)".formatted(number, name);
    }

    /// Begins to unpack the content of a member.
    abstract Decompressor open(ByteSource packed, ZipEntry entry);

    /// What it is called in messages.
    String title() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Decompressor checked(
            Decompressor decompressor, ByteSource packed, ZipEntry entry) {
        return new CheckedDecompressor(decompressor, packed, entry.checksum());
    }
}
