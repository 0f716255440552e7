package org.icecore.views.images;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableListBase;
import org.icecore.checkpoint.image.FieldIndex;

/// The rows of the tree of fields, made when they are asked for: a row says that it is being read until it was, in the
/// background. Used on the UI thread only.
final class FieldRows extends ObservableListBase<FieldRow> {
    private static final int MOST_KEPT = 4096;
    private static final int MOST_WANTED = 256;

    private final FieldOutline outline;
    private final FieldReader reader;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final LinkedHashSet<FieldPath> wanted = new LinkedHashSet<>();
    private final Map<FieldPath, FieldLine> lines =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<FieldPath, FieldLine> eldest) {
                    return size() > MOST_KEPT;
                }
            };
    private boolean reading;
    private boolean changing;

    /// @param background reads fields
    /// @param ui runs what changes these rows
    FieldRows(FieldIndex index, Executor background, Executor ui) {
        this.outline = new FieldOutline(index.size());
        this.reader = new FieldReader(index);
        this.background = background;
        this.ui = ui;
    }

    /// Grows each time rows were read that had been asked for.
    ReadOnlyIntegerProperty readings() {
        return readings.getReadOnlyProperty();
    }

    /// Whether rows are coming or going just now.
    boolean changing() {
        return changing;
    }

    @Override
    public int size() {
        return outline.size();
    }

    @Override
    public FieldRow get(int row) {
        var path = outline.path(row);
        var line = Optional.ofNullable(lines.get(path));
        if (line.isEmpty()) {
            want(path);
        }
        return new FieldRow(path, line, outline.isOpen(path));
    }

    /// The row of a field; -1 while something that holds it is closed.
    int row(FieldPath path) {
        return outline.row(path);
    }

    /// Shows the fields in a field that was read.
    void open(FieldPath path) {
        Optional.ofNullable(lines.get(path)).ifPresent(line -> open(path, line.parts()));
    }

    /// Hides the fields in a field.
    void close(FieldPath path) {
        int row = outline.row(path);
        if (row < 0 || !outline.isOpen(path)) {
            return;
        }
        change(
                () -> {
                    int gone = outline.close(path);
                    nextRemove(row + 1, new Gone(path, gone));
                    nextUpdate(row);
                });
    }

    /// Opens all that holds a field.
    void open(FieldReader.Reach reach) {
        for (int depth = 0; depth < reach.path().depth(); depth++) {
            open(
                    new FieldPath(reach.path().steps().subList(0, depth + 1)),
                    reach.parts().get(depth));
        }
    }

    private void open(FieldPath path, int parts) {
        int row = outline.row(path);
        if (row < 0 || parts == 0 || outline.isOpen(path)) {
            return;
        }
        change(
                () -> {
                    outline.open(path, parts);
                    nextUpdate(row);
                    nextAdd(row + 1, row + 1 + parts);
                });
    }

    private void change(Runnable rows) {
        changing = true;
        try {
            beginChange();
            rows.run();
            endChange();
        } finally {
            changing = false;
        }
    }

    private void want(FieldPath path) {
        wanted.remove(path);
        wanted.addLast(path);
        if (wanted.size() > MOST_WANTED) {
            wanted.removeFirst();
        }
        if (!reading) {
            reading = true;
            // What a whole screen asks for is read at once.
            ui.execute(this::read);
        }
    }

    private void read() {
        var paths = List.copyOf(wanted.reversed());
        wanted.clear();
        background.execute(
                () -> {
                    var read = new LinkedHashMap<FieldPath, FieldLine>();
                    paths.forEach(path -> read.put(path, reader.line(path)));
                    ui.execute(() -> deliver(read));
                });
    }

    private void deliver(Map<FieldPath, FieldLine> read) {
        lines.putAll(read);
        readings.set(readings.get() + 1);
        if (wanted.isEmpty()) {
            reading = false;
        } else {
            read();
        }
    }

    /// Rows that went; nobody asks what they said.
    private static final class Gone extends AbstractList<FieldRow> {
        private final FieldRow row;
        private final int count;

        Gone(FieldPath parent, int count) {
            this.row = new FieldRow(parent.child(0), Optional.empty(), false);
            this.count = count;
        }

        @Override
        public FieldRow get(int number) {
            return row;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
