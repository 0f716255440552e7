package org.icecore.views.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRun;
import org.icecore.views.hex.model.RunList;
import org.icecore.workbench.job.Progress;

/// The memory of a task as a hex control shows it: a region for each mapping, a run for each origin.
///
/// Zero pages and pages that were not captured come from the page maps; no byte is read to find them.
public final class AddressSpaceContent implements HexContent {
    private static final int STRIPE_PRIVATE = 0;
    private static final int STRIPE_SHARED = 1;
    private static final int STRIPE_NOT_STORED = 3;
    private static final int EXTENTS_BETWEEN_CHECKS = 1 << 12;

    private final AddressSpace memory;
    private final CarefulReading reading;
    private final List<HexRegion> regions;
    private final List<HexRun> runs;

    private AddressSpaceContent(AddressSpace memory, List<HexRegion> regions, List<HexRun> runs) {
        this.memory = memory;
        this.reading = new CarefulReading(memory::read);
        this.regions = List.copyOf(regions);
        this.runs = runs;
    }

    /// Reads the map of an address space. Takes its time: to be done in a job.
    public static AddressSpaceContent of(AddressSpace memory, Progress progress) {
        var regions = new ArrayList<HexRegion>();
        var runs = new RunList.Builder();
        var all = memory.vmas();
        for (int i = 0; i < all.size(); i++) {
            progress.check();
            progress.update(i, all.size(), "");
            var vma = all.get(i);
            regions.add(new HexRegion(span(vma.range()), label(vma), vma.protection().execute()));
            int walked = 0;
            for (var extent : memory.walk(vma.range())) {
                append(runs, extent);
                if (++walked % EXTENTS_BETWEEN_CHECKS == 0) {
                    progress.check();
                }
            }
        }
        return new AddressSpaceContent(memory, regions, runs.build());
    }

    /// The address space itself.
    public AddressSpace memory() {
        return memory;
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
        return bytes(memory, address, length);
    }

    /// Reads bytes without a map of the whole.
    static HexBytes bytes(AddressSpace memory, long address, int length) {
        var reading = new CarefulReading(memory::read);
        var bytes = HexBytes.unmapped(address, length);
        within(address, length)
                .ifPresent(
                        range ->
                                memory.extents(range)
                                        .forEach(
                                                extent -> {
                                                    int index =
                                                            (int)
                                                                    (extent.range().start()
                                                                            - address);
                                                    int count = (int) extent.range().length();
                                                    switch (extent.origin()) {
                                                        case Origin.Captured _ ->
                                                                reading.fill(
                                                                        bytes,
                                                                        index,
                                                                        extent.range().start(),
                                                                        count);
                                                        case Origin.Zero _ ->
                                                                bytes.mark(
                                                                        index,
                                                                        count,
                                                                        ByteState.ZERO);
                                                        case Origin.NotCaptured _ ->
                                                                bytes.mark(
                                                                        index,
                                                                        count,
                                                                        ByteState.NOT_CAPTURED);
                                                        case Origin.NotMapped _ -> {}
                                                    }
                                                }));
        return bytes;
    }

    @Override
    public String origin(long address) {
        return within(address, 1)
                .map(
                        range ->
                                switch (memory.extents(range).getFirst().origin()) {
                                    case Origin.Captured(var at, var store) ->
                                            reading.damage(address)
                                                    .map(why -> "unreadable: " + why)
                                                    .orElseGet(
                                                            () ->
                                                                    "%s, %s+0x%x"
                                                                            .formatted(
                                                                                    words(store),
                                                                                    at.member(),
                                                                                    at.range()
                                                                                            .start()));
                                    case Origin.Zero zero -> words(zero);
                                    case Origin.NotCaptured(_, var reason) -> reason;
                                    case Origin.NotMapped _ -> "";
                                })
                .orElse("");
    }

    private static void append(RunList.Builder runs, Extent extent) {
        var state = state(extent.origin());
        if (state != ByteState.NOT_MAPPED) {
            runs.add(span(extent.range()), state, words(extent.origin()), stripe(extent.origin()));
        }
    }

    private static ByteState state(Origin origin) {
        return switch (origin) {
            case Origin.Captured _ -> ByteState.CAPTURED;
            case Origin.Zero _ -> ByteState.ZERO;
            case Origin.NotCaptured _ -> ByteState.NOT_CAPTURED;
            case Origin.NotMapped _ -> ByteState.NOT_MAPPED;
        };
    }

    private static int stripe(Origin origin) {
        return switch (origin) {
            case Origin.Captured(_, var store) ->
                    switch (store) {
                        case PRIVATE -> STRIPE_PRIVATE;
                        case SHARED -> STRIPE_SHARED;
                    };
            case Origin.Zero _, Origin.NotCaptured _, Origin.NotMapped _ -> STRIPE_NOT_STORED;
        };
    }

    private static String words(Origin origin) {
        return switch (origin) {
            case Origin.Captured(_, var store) -> words(store);
            case Origin.Zero _ -> "never written to: zero";
            case Origin.NotCaptured(_, var reason) -> reason;
            case Origin.NotMapped _ -> "";
        };
    }

    private static String words(Origin.Store store) {
        return switch (store) {
            case PRIVATE -> "this checkpoint";
            case SHARED -> "this checkpoint, shared segment";
        };
    }

    private static String label(Vma vma) {
        return "%s %s".formatted(vma.protection(), vma.title());
    }

    private static AddressSpan span(AddressRange range) {
        return AddressSpan.until(range.start(), range.end());
    }

    /// The very last byte of the address space is never mapped.
    private static Optional<AddressRange> within(long address, int length) {
        long end = address + length;
        long top = end == 0 ? -1L : end;
        return Long.compareUnsigned(address, top) < 0
                ? Optional.of(new AddressRange(address, top))
                : Optional.empty();
    }
}
