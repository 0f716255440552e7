package org.icecore.views.images;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.checkpoint.image.FieldIndex;
import org.icecore.checkpoint.image.Image;
import org.icecore.checkpoint.image.ImageField;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.workbench.job.Progress;

/// One image as a tree of fields: its rows, the selected field and its bytes. Used on the UI thread only, but for what
/// says that it is for a job.
final class ImageModel {
    private final Image image;
    private final FieldIndex index;
    private final Executor background;
    private final Executor ui;
    private final FieldRows rows;
    private final ReadOnlyObjectWrapper<Optional<Selected>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicInteger asked = new AtomicInteger();

    /// @param background reads evidence
    /// @param ui runs what changes observables
    ImageModel(Image image, FieldIndex index, Executor background, Executor ui) {
        this.image = image;
        this.index = index;
        this.background = background;
        this.ui = ui;
        this.rows = new FieldRows(index, background, ui);
    }

    /// A field that is selected.
    ///
    /// @param words the names on the way to it: `entries[3].vmas[1].start`
    /// @param byBytes whether its bytes were asked for, and not the field
    /// @param entry what is shown of the entry that holds it
    record Selected(FieldPath path, String words, FieldLine line, boolean byBytes, String entry) {}

    FieldRows rows() {
        return rows;
    }

    /// Rows there are without opening any, the magic included.
    int entries() {
        return index.size();
    }

    /// What is wrong with the image, but for damage inside a message, which is a row.
    List<Defect> defects() {
        return index.defects();
    }

    /// The selected field, once it was read.
    ReadOnlyObjectProperty<Optional<Selected>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Selects a field, opening all that holds it.
    void select(FieldPath path) {
        reach(false, reader -> Optional.of(reader.reach(path)));
    }

    /// Selects the innermost field that holds all bytes of a range, as if it was selected itself; nothing if no field does.
    void reveal(ByteRange bytes) {
        reach(false, reader -> reader.innermost(bytes));
    }

    /// Selects the innermost field that holds the bytes that the examiner selected; nothing if no field does.
    void selectBytes(ByteRange bytes) {
        reach(true, reader -> reader.innermost(bytes));
    }

    /// The next field that a query asks for, or the one before. For a job.
    Optional<FieldPath> find(FieldQuery query, FieldPath from, boolean forward, Progress progress) {
        return FieldSearch.find(index, query, from, forward, progress);
    }

    /// The next field that the schema does not know, or that cannot be read. For a job.
    Optional<FieldPath> findUnknown(FieldPath from, Progress progress) {
        return FieldSearch.find(index, ImageField::unknown, from, true, progress);
    }

    /// The entry that holds a field as pretty JSON. For a job.
    ///
    /// @throws EvidenceException if it cannot be read, or the image has no messages
    String json(FieldPath path) throws EvidenceException, IOException {
        var text = new StringBuilder();
        image.writeEntryJson(index.at(path.entry()), text);
        return text.toString();
    }

    private interface Way {
        Optional<FieldReader.Reach> to(FieldReader reader) throws EvidenceException;
    }

    /// What was asked for last wins, however long the others take.
    private void reach(boolean byBytes, Way way) {
        int number = asked.incrementAndGet();
        background.execute(
                () -> {
                    if (number != asked.get()) {
                        return;
                    }
                    var reader = new FieldReader(index);
                    try {
                        var reach = way.to(reader);
                        if (reach.isPresent()) {
                            var path = reach.get().path();
                            var found =
                                    new Selected(
                                            path,
                                            reader.words(path),
                                            reader.line(path),
                                            byBytes,
                                            index.at(path.entry()).shown());
                            ui.execute(() -> show(number, reach.get(), found));
                        }
                    } catch (EvidenceException _) {
                        // The bytes that cannot be read are in a row that says why.
                    }
                });
    }

    private void show(int number, FieldReader.Reach reach, Selected found) {
        if (number == asked.get()) {
            rows.open(reach);
            selected.set(Optional.of(found));
        }
    }

    /// Reads the index of an image. For a job.
    static ImageModel read(Image image, Executor background, Executor ui, Progress progress)
            throws EvidenceException {
        var index =
                image.index(
                        (done, total) -> {
                            progress.check();
                            progress.update(done, total, "");
                        });
        return new ImageModel(image, index, background, ui);
    }

    /// Tells `listener` of each field that gets selected.
    void onSelected(Consumer<Selected> listener) {
        selected.subscribe(found -> found.ifPresent(listener));
    }
}
