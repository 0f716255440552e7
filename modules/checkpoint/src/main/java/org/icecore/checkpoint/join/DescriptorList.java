package org.icecore.checkpoint.join;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.icecore.checkpoint.Incomplete;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;

/// The descriptors of one table in ascending order, 28 bytes each; the records are made when they are asked for. Tasks that were
/// forked have tables that are alike: what is equal to the table before costs nothing.
final class DescriptorList extends AbstractList<FileDescriptor>
        implements RandomAccess, Incomplete {

    /// What one takes of the heap, also while the list grows and is sorted.
    static final long BYTES_EACH = 64;

    private final Location image;
    private final Map<Long, OpenFile> files;
    private final SignalOwners owners;
    private final Optional<String> noFiles;
    private int[] numbers = new int[16];
    private int[] ids = new int[16];
    private int[] flags = new int[16];
    private long[] starts = new long[16];
    private int[] lengths = new int[16];
    /// By where the entry begins: few systems have any.
    private Map<Long, String> labels = Map.of();
    private int size;
    private Optional<String> loss = Optional.empty();

    /// @param image the whole of it
    /// @param noFiles why no file is known at all; empty if the images of files are there
    DescriptorList(
            Location image,
            Map<Long, OpenFile> files,
            SignalOwners owners,
            Optional<String> noFiles) {
        this.image = image;
        this.owners = owners;
        this.noFiles = noFiles;
        this.files = files;
    }

    /// Notes the SELinux context of the descriptor whose entry lies at `at`.
    void label(ByteRange at, String context) {
        if (labels.isEmpty()) {
            labels = new HashMap<>();
        }
        labels.put(at.start(), context);
    }

    /// Notes what hides further descriptors.
    void lost(String reason) {
        loss = Optional.of(reason);
    }

    @Override
    public Optional<String> loss() {
        return loss;
    }

    void append(int number, int id, int flag, ByteRange at) {
        if (size == numbers.length) {
            resize(size + (size >> 1));
        }
        numbers[size] = number;
        ids[size] = id;
        flags[size] = flag;
        starts[size] = at.start();
        lengths[size] = (int) at.length();
        size++;
    }

    private void resize(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        ids = Arrays.copyOf(ids, capacity);
        flags = Arrays.copyOf(flags, capacity);
        starts = Arrays.copyOf(starts, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
    }

    /// Puts them in the order of their numbers; equal ones stay in the order of the file.
    DescriptorList sorted() {
        resize(size);
        var order = new long[size];
        var ascending = true;
        for (var i = 0; i < size; i++) {
            order[i] = (long) numbers[i] << Integer.SIZE | i;
            ascending &= i == 0 || numbers[i - 1] <= numbers[i];
        }
        if (!ascending) {
            Arrays.sort(order);
            numbers = permuted(numbers, order);
            ids = permuted(ids, order);
            flags = permuted(flags, order);
            lengths = permuted(lengths, order);
            var moved = new long[size];
            for (var i = 0; i < size; i++) {
                moved[i] = starts[(int) order[i]];
            }
            starts = moved;
        }
        return this;
    }

    /// Takes those columns from another table which are equal there.
    void share(DescriptorList other) {
        numbers = Arrays.equals(numbers, other.numbers) ? other.numbers : numbers;
        ids = Arrays.equals(ids, other.ids) ? other.ids : ids;
        flags = Arrays.equals(flags, other.flags) ? other.flags : flags;
        starts = Arrays.equals(starts, other.starts) ? other.starts : starts;
        lengths = Arrays.equals(lengths, other.lengths) ? other.lengths : lengths;
    }

    private static int[] permuted(int[] column, long[] order) {
        var moved = new int[column.length];
        for (var i = 0; i < moved.length; i++) {
            moved[i] = column[(int) order[i]];
        }
        return moved;
    }

    /// The number of descriptor `i`.
    int number(int i) {
        return numbers[i];
    }

    @Override
    public FileDescriptor get(int i) {
        Objects.checkIndex(i, size);
        return new FileDescriptor(
                new FdNumber(numbers[i]),
                flags[i],
                new FileId(Integer.toUnsignedLong(ids[i])),
                file(files, ids[i], noFiles),
                owners.of(ids[i]),
                Optional.ofNullable(labels.get(starts[i])),
                Location.of(image.member(), image.range().start() + starts[i], lengths[i]));
    }

    @Override
    public int size() {
        return size;
    }

    /// The open file of that id.
    static Observed<OpenFile> file(Map<Long, OpenFile> files, int id, Optional<String> noFiles) {
        var file = files.get(Integer.toUnsignedLong(id));
        return file == null
                ? Observed.notCaptured(
                        noFiles.orElseGet(
                                () -> "no file has the id " + Integer.toUnsignedString(id)))
                : Observed.present(file, file.at());
    }
}
