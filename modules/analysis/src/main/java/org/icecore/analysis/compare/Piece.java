package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.Location;

/// A run of addresses over which the bytes have one origin on each side.
record Piece(AddressRange range, Origin before, Origin after) {

    /// The pieces of `range`; both lists cover it wholly, ascending.
    static List<Piece> of(AddressRange range, List<Extent> before, List<Extent> after) {
        var pieces = new ArrayList<Piece>();
        var i = 0;
        var j = 0;
        var position = range.start();
        while (position != range.end() && i < before.size() && j < after.size()) {
            var first = before.get(i);
            var second = after.get(j);
            var end =
                    Long.compareUnsigned(first.range().end(), second.range().end()) <= 0
                            ? first.range().end()
                            : second.range().end();
            var run = new AddressRange(position, end);
            pieces.add(new Piece(run, clipped(first, run), clipped(second, run)));
            position = end;
            if (first.range().end() == end) {
                i++;
            }
            if (second.range().end() == end) {
                j++;
            }
        }
        return pieces;
    }

    /// The part of an extent's origin that belongs to `run`: locations must name just these bytes.
    static Origin clipped(Extent extent, AddressRange run) {
        return switch (extent.origin()) {
            case Origin.Captured(Location at, var store) ->
                    new Origin.Captured(
                            new Location(
                                    at.member(),
                                    at.range()
                                            .slice(
                                                    run.start() - extent.range().start(),
                                                    run.length())),
                            store);
            case Origin.Zero _, Origin.NotCaptured _, Origin.NotMapped _ -> extent.origin();
        };
    }

    /// Stored bytes on both sides together.
    long storedBytes() {
        return (before instanceof Origin.Captured ? range.length() : 0)
                + (after instanceof Origin.Captured ? range.length() : 0);
    }
}
