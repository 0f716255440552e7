package org.icecore.analysis.content;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;

/// The rows of [WatchTable], made when they are asked for: only how many each descriptor has is held.
///
/// Descriptors that share one open file watch the same. Their rows stand under each of them as long as that makes few: where an
/// image has a hundred descriptors of one epoll with two hundred thousand watches, each but the first has one row, which names
/// the first. So there are never many more rows than the images have watches and descriptors.
final class WatchRows extends AbstractList<WatchTable.Row> implements RandomAccess {

    /// So many rows are told before any stands for others.
    private static final int FEW = 100_000;

    private final List<Task> tasks;
    private final Map<OpenFile, Integer> first = new IdentityHashMap<>();
    private final BitSet repeated = new BitSet();
    /// Of each descriptor that watches something: its task, its place among the descriptors of that, and its first row.
    private int[] owners = new int[16];
    private int[] places = new int[16];
    private int[] starts = new int[16];
    private int holders;

    WatchRows(List<Task> tasks) {
        this.tasks = tasks;
        for (var owner = 0; owner < tasks.size(); owner++) {
            var descriptors = tasks.get(owner).descriptors().found().orElse(List.of());
            for (var place = 0; place < descriptors.size(); place++) {
                var file = descriptors.get(place).file().found();
                if (file.isPresent()) {
                    take(owner, place, file.get());
                }
            }
        }
    }

    private void take(int owner, int place, OpenFile file) {
        var count = WatchTable.count(file);
        if (count == 0) {
            return;
        }
        if (holders + 2 > starts.length) {
            owners = Arrays.copyOf(owners, holders * 2);
            places = Arrays.copyOf(places, holders * 2);
            starts = Arrays.copyOf(starts, holders * 2);
        }
        owners[holders] = owner;
        places[holders] = place;
        var again = first.putIfAbsent(file, holders) != null && count > 1;
        var same = again && (long) starts[holders] + count > FEW;
        repeated.set(holders, same);
        starts[holders + 1] = Math.addExact(starts[holders], same ? 1 : count);
        holders++;
    }

    @Override
    public WatchTable.Row get(int index) {
        Objects.checkIndex(index, size());
        var found = Arrays.binarySearch(starts, 0, holders + 1, index);
        var holder = found < 0 ? -found - 2 : found;
        var held = held(holder);
        return repeated.get(holder)
                ? WatchTable.same(
                        held, held(first.get(held.descriptor().file().found().orElseThrow())))
                : WatchTable.row(held, index - starts[holder]);
    }

    private DescriptorTable.Row held(int holder) {
        var task = tasks.get(owners[holder]);
        return new DescriptorTable.Row(
                task, task.descriptors().found().orElseThrow().get(places[holder]));
    }

    @Override
    public int size() {
        return starts[holders];
    }
}
