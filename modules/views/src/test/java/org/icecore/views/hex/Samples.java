package org.icecore.views.hex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexChange;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.SparseContent;

/// Address spaces to look at.
final class Samples {

    static final long BASE = 0x7f2f369d0000L;
    private static final String PROSE =
            "INJECTED-RWX-DEMO root:x:0:0:root:/root:/bin/bash HISTFILE=/dev/null ";

    private Samples() {}

    static SparseContent space() {
        return new SparseContent()
                .region(0x5614c8204000L, 0x5614c8206000L, "rw-p [heap]")
                .bytes(AddressSpan.of(0x5614c8204000L, 0x2000), "this checkpoint", 0, noise(1))
                .region(BASE, BASE + 0x4000, "rwxp anonymous")
                .bytes(AddressSpan.of(BASE, 0x60), "this checkpoint, pages-3.img", 0, code())
                .bytes(
                        AddressSpan.of(BASE + 0x60, 0xfa0),
                        "parent checkpoint, pages-2.img",
                        1,
                        prose())
                .zeros(BASE + 0x1000, BASE + 0x3000)
                .bytes(
                        AddressSpan.of(BASE + 0x3000, 0x80),
                        "this checkpoint, pages-3.img",
                        0,
                        prose())
                .absent(BASE + 0x3080, BASE + 0x3098, "lazy page, never fetched")
                .bytes(
                        AddressSpan.of(BASE + 0x3098, 0xf68),
                        "this checkpoint, pages-3.img",
                        0,
                        noise(2))
                .region(
                        0x7f2f37000000L,
                        0x7f2f37200000L,
                        "r-xp /usr/lib/x86_64-linux-gnu/libc.so.6")
                .absent(
                        0x7f2f37000000L,
                        0x7f2f371ff000L,
                        "clean page of libc.so.6: not in the checkpoint")
                .bytes(AddressSpan.of(0x7f2f371ff000L, 0x1000), "file libc.so.6", 2, noise(3));
    }

    static SparseContent before() {
        return new SparseContent()
                .region(0x5614c8204000L, 0x5614c8208000L, "rw-p [heap]")
                .bytes(AddressSpan.of(0x5614c8204000L, 0x3000), "this checkpoint", 0, noise(1))
                .zeros(0x5614c8207000L, 0x5614c8208000L)
                .region(0x7f2f36000000L, 0x7f2f36000040L, "r--p locale")
                .bytes(AddressSpan.of(0x7f2f36000000L, 0x40), "this checkpoint", 0, prose())
                .region(0x7f2f37000000L, 0x7f2f37001000L, "r-xp libc.so.6")
                .absent(0x7f2f37000000L, 0x7f2f37001000L, "clean page of libc.so.6");
    }

    static SparseContent after() {
        var patched = noise(1);
        return new SparseContent()
                .region(0x5614c8204000L, 0x5614c8208000L, "rw-p [heap]")
                .bytes(
                        AddressSpan.of(0x5614c8204000L, 0x3000),
                        "this checkpoint",
                        0,
                        i -> i >= 0x24 && i < 0x29 || i == 0x1230 ? 0x42 : patched.applyAsInt(i))
                .zeros(0x5614c8207000L, 0x5614c8208000L)
                .region(BASE, BASE + 0x60, "rwxp anonymous")
                .bytes(AddressSpan.of(BASE, 0x60), "this checkpoint", 0, code())
                .region(0x7f2f37000000L, 0x7f2f37001000L, "r-xp libc.so.6")
                .bytes(AddressSpan.of(0x7f2f37000000L, 0x30), "this checkpoint", 0, noise(7))
                .absent(0x7f2f37000030L, 0x7f2f37001000L, "clean page of libc.so.6");
    }

    static HexChanges changes() {
        return HexChanges.of(
                List.of(
                        new HexChange(AddressSpan.of(0x5614c8204024L, 5), HexChange.Kind.CHANGED),
                        new HexChange(AddressSpan.of(0x5614c8205230L, 1), HexChange.Kind.CHANGED),
                        new HexChange(
                                AddressSpan.of(0x7f2f36000000L, 0x40), HexChange.Kind.REMOVED),
                        new HexChange(AddressSpan.of(BASE, 0x60), HexChange.Kind.ADDED)));
    }

    private static IntUnaryOperator code() {
        int[] start = {0xfc, 0x48, 0x83, 0xe4, 0xf0};
        return i -> i < start.length ? start[i] : 0x90;
    }

    private static IntUnaryOperator prose() {
        var text = PROSE.getBytes(StandardCharsets.US_ASCII);
        return i -> text[i % text.length];
    }

    static IntUnaryOperator noise(long seed) {
        var bytes = new byte[0x3000];
        var random = new Random(seed);
        for (int i = 0; i < bytes.length; i++) {
            int kind = (i / 48) % 4;
            bytes[i] =
                    (byte)
                            (kind == 0
                                    ? random.nextInt(256)
                                    : kind == 1
                                            ? PROSE.charAt(i % PROSE.length())
                                            : kind == 2
                                                    ? 0
                                                    : random.nextInt(4) == 0
                                                            ? random.nextInt(256)
                                                            : 0);
        }
        return i -> bytes[i % bytes.length] & 0xff;
    }
}
