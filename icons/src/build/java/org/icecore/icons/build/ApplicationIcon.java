package org.icecore.icons.build;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import javax.imageio.ImageIO;

/// The icon of the program as pixels, in the containers that Linux, Windows and macOS want.
///
/// Up to 32 pixels it is painted from `small`, above from `large`.
record ApplicationIcon(Drawing large, Drawing small) {
    private static final int OVERSAMPLING = 4;
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    BufferedImage pixels(int size) {
        var fine =
                new BufferedImage(
                        size * OVERSAMPLING, size * OVERSAMPLING, BufferedImage.TYPE_INT_ARGB);
        var pen = fine.createGraphics();
        var drawing = size <= 32 ? small : large;
        new Brush(pen, Color.BLACK, Color.BLACK).paint(drawing, 0, 0, fine.getWidth());
        pen.dispose();
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                image.setRGB(x, y, mean(fine, x * OVERSAMPLING, y * OVERSAMPLING));
            }
        }
        return image;
    }

    byte[] png(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(pixels(size), "png", bytes);
        return bytes.toByteArray();
    }

    /// ICO with PNG entries, as Windows reads them since Vista.
    byte[] ico() throws IOException {
        var images = images(List.of(16, 24, 32, 48, 64, 128, 256));
        var head =
                ByteBuffer.allocate(ICO_HEADER + ICO_ENTRY * images.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        var at = head.capacity();
        var body = new ByteArrayOutputStream();
        for (var image : images.entrySet()) {
            // A side of 256 pixels is written as 0.
            var side = (byte) (image.getKey() % 256);
            head.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(image.getValue().length).putInt(at);
            body.write(image.getValue());
            at += image.getValue().length;
        }
        return ByteBuffer.allocate(at).put(head.flip()).put(body.toByteArray()).array();
    }

    /// ICNS with PNG entries; the type says the size in points and the scale.
    byte[] icns() throws IOException {
        var types = new LinkedHashMap<String, Integer>();
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic09", 512);
        var body = new ByteArrayOutputStream();
        for (var type : types.entrySet()) {
            var image = png(type.getValue());
            body.write(icnsHeader(type.getKey(), image.length));
            body.write(image);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(icnsHeader("icns", body.size()));
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private static byte[] icnsHeader(String type, int length) {
        return ByteBuffer.allocate(ICNS_HEADER)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + length)
                .array();
    }

    private LinkedHashMap<Integer, byte[]> images(List<Integer> sizes) throws IOException {
        var images = new LinkedHashMap<Integer, byte[]>();
        for (var size : sizes) {
            images.put(size, png(size));
        }
        return images;
    }

    /// The mean of a square of `fine`, colours weighted by how opaque they are.
    private static int mean(BufferedImage fine, int left, int top) {
        var sums = new int[4];
        for (var y = top; y < top + OVERSAMPLING; y++) {
            for (var x = left; x < left + OVERSAMPLING; x++) {
                var colour = new Color(fine.getRGB(x, y), true);
                sums[0] += colour.getAlpha();
                sums[1] += colour.getRed() * colour.getAlpha();
                sums[2] += colour.getGreen() * colour.getAlpha();
                sums[3] += colour.getBlue() * colour.getAlpha();
            }
        }
        if (sums[0] == 0) {
            return 0;
        }
        var alpha = sums[0] / (OVERSAMPLING * OVERSAMPLING);
        return alpha << 24 | sums[1] / sums[0] << 16 | sums[2] / sums[0] << 8 | sums[3] / sums[0];
    }
}
