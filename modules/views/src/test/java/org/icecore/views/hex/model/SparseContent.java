package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/// A content made by hand: regions, and in them bytes, zero pages and holes with a reason.
public final class SparseContent implements HexContent {

    /// A space in which nothing is mapped yet.
    public SparseContent() {}

    private record Bytes(AddressSpan span, IntUnaryOperator byOffset) {}

    private final List<HexRegion> regions = new ArrayList<>();
    private final List<HexRun> runs = new ArrayList<>();
    private final TreeMap<Long, Bytes> bytes = new TreeMap<>(Long::compareUnsigned);

    public SparseContent region(long start, long end, String label) {
        regions.add(new HexRegion(AddressSpan.until(start, end), label, label.contains("x")));
        return this;
    }

    public SparseContent bytes(long start, String hex) {
        var values = HexFormat.of().parseHex(hex.replace(" ", ""));
        return bytes(
                AddressSpan.of(start, values.length),
                "this checkpoint",
                0,
                offset -> values[offset]);
    }

    public SparseContent bytes(
            AddressSpan span, String origin, int stripe, IntUnaryOperator byOffset) {
        bytes.put(span.first(), new Bytes(span, byOffset));
        runs.add(new HexRun(span, ByteState.CAPTURED, origin, stripe));
        return this;
    }

    public SparseContent zeros(long start, long end) {
        runs.add(new HexRun(AddressSpan.until(start, end), ByteState.ZERO, "zero page", 0));
        return this;
    }

    public SparseContent absent(long start, long end, String reason) {
        runs.add(new HexRun(AddressSpan.until(start, end), ByteState.NOT_CAPTURED, reason, 3));
        return this;
    }

    @Override
    public List<HexRegion> regions() {
        return regions;
    }

    @Override
    public List<HexRun> runs() {
        return runs;
    }

    @Override
    public HexBytes read(long address, int length) {
        var read = HexBytes.unmapped(address, length);
        var span = AddressSpan.of(address, length);
        for (var region : regions) {
            region.span()
                    .intersection(span)
                    .ifPresent(part -> mark(read, part, ByteState.NOT_CAPTURED));
        }
        for (var run : runs) {
            run.span()
                    .intersection(span)
                    .filter(this::mapped)
                    .ifPresent(
                            part -> {
                                mark(read, part, run.state());
                                if (run.state() == ByteState.CAPTURED) {
                                    var from = bytes.get(run.span().first());
                                    var values = new byte[(int) part.length()];
                                    for (int i = 0; i < values.length; i++) {
                                        values[i] =
                                                (byte)
                                                        from.byOffset()
                                                                .applyAsInt(
                                                                        (int)
                                                                                        (part
                                                                                                        .first()
                                                                                                - run.span()
                                                                                                        .first())
                                                                                + i);
                                    }
                                    read.put(
                                            (int) (part.first() - address),
                                            values,
                                            0,
                                            values.length);
                                }
                            });
        }
        return read;
    }

    private boolean mapped(AddressSpan span) {
        return regions.stream().anyMatch(region -> region.span().intersects(span));
    }

    private static void mark(HexBytes read, AddressSpan part, ByteState state) {
        read.mark((int) (part.first() - read.address()), (int) part.length(), state);
    }

    @Override
    public String origin(long address) {
        return runs.stream()
                .filter(run -> run.span().contains(address))
                .map(
                        run ->
                                run.state() == ByteState.CAPTURED
                                        ? "%s, +0x%x"
                                                .formatted(
                                                        run.origin(), address - run.span().first())
                                        : run.origin())
                .findFirst()
                .orElse("");
    }
}
