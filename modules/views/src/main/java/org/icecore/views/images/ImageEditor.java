package org.icecore.views.images;

import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.MemberPath;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.HexPane;
import org.icecore.views.desk.MemberContent;
import org.icecore.views.desk.ShownFile;
import org.icecore.views.desk.ShowsBytes;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// An image as a tree of fields, beside its bytes. Selecting a field selects its bytes; selecting bytes selects the innermost
/// field that holds them.
public final class ImageEditor implements Editor, ShowsBytes {
    private static final String GAP = "  \u00b7  ";
    private static final double SHARE_OF_THE_FIELDS = 0.5;

    private final MemberKey key;
    private final ShownFile file;
    private final boolean tmpfs;
    private final WorkbenchServices services;
    private final HexPane hex;
    private final FieldBytes bytes;
    private final FieldTable fields;
    private final FieldFinder finder;
    private final DefectList defects;
    private final FieldCopy copies;
    private final PlaceholderPane pane;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Job<ImageModel> reading;
    private Optional<ImageModel> model = Optional.empty();
    private Optional<ByteRange> wanted = Optional.empty();

    /// Reads the image in a job.
    ///
    /// @param several whether several checkpoints are open, so that titles have to name theirs
    ImageEditor(
            MemberKey key,
            Checkpoint checkpoint,
            Image image,
            ObservableValue<Boolean> several,
            WorkbenchServices services) {
        this.key = key;
        this.services = services;
        this.tmpfs = checkpoint.member(key.member()).filter(TmpfsFiles::isTmpfs).isPresent();
        var name = new MemberPath(key.member()).last();
        file =
                ShownFile.of(
                        key.toString(),
                        key.ref(),
                        key.member(),
                        "%s (%s)".formatted(key.member(), image.kind()),
                        checkpoint.title(),
                        several);
        var description = file.description().getValue();
        hex = new HexPane(services.themes(), Jobs.virtualThreads());
        hex.view().model().contentProperty().set(new MemberContent(key.member(), image.source()));
        hex.view().setAccessibleText("Bytes of " + description);
        bytes = new FieldBytes(hex.view(), image.source().size());
        copies = new FieldCopy(services, key, status::set);
        fields =
                new FieldTable(
                        services.icons(),
                        path -> model.ifPresent(shown -> shown.select(path)),
                        hex.view()::requestFocus,
                        () -> selected().ifPresent(copies::field));
        fields.setAccessibleText("Fields of " + description);
        fields.setContextMenu(
                services.menus()
                        .contextMenu(
                                () ->
                                        tmpfs
                                                ? MenuItem.list(
                                                        StoredFileCommands.OPEN,
                                                        StoredFileCommands.COPY_DIGEST,
                                                        StoredFileCommands.SAVE,
                                                        "-",
                                                        ImageCommands.COPY_FIELD,
                                                        DeskCommands.FIND)
                                                : MenuItem.list(
                                                        ImageCommands.COPY_FIELD,
                                                        ImageCommands.COPY_FIELD_PATH,
                                                        ImageCommands.COPY_ENTRY,
                                                        "-",
                                                        DeskCommands.FIND,
                                                        ImageCommands.NEXT_UNKNOWN)));
        finder = new FieldFinder(services.jobs(), () -> model, this::present, fields::requestFocus);
        defects = new DefectList(services.icons(), key.member(), this::reveal);
        var left = new BorderPane(fields);
        left.setTop(finder.bar());
        left.setBottom(defects);
        var split = new SplitPane(left, hex);
        split.setDividerPositions(SHARE_OF_THE_FIELDS);
        reading =
                services.jobs()
                        .start(
                                "reading the fields of " + name,
                                progress ->
                                        ImageModel.read(
                                                image,
                                                Jobs.virtualThreads(),
                                                Platform::runLater,
                                                progress));
        pane = new PlaceholderPane(split, new ViewState.Loading(reading));
        reading.whenDone(this::read);
        hex.view()
                .navigation()
                .cursorProperty()
                .subscribe(
                        _ ->
                                model.ifPresent(
                                        shown -> bytes.selected().ifPresent(shown::selectBytes)));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        pane.focusOn(fields);
        file.publish(services);
    }

    @Override
    public ObservableValue<String> title() {
        return file.title();
    }

    @Override
    public ObservableValue<String> description() {
        return file.description();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("image-file");
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public Map<String, Handler> handlers() {
        var handlers = new java.util.HashMap<>(hex.handlers());
        handlers.put(DeskCommands.FIND, either(finder.bar()::open, DeskCommands.FIND));
        handlers.put(
                DeskCommands.FIND_NEXT, either(() -> finder.find(true), DeskCommands.FIND_NEXT));
        handlers.put(
                DeskCommands.FIND_PREVIOUS,
                either(() -> finder.find(false), DeskCommands.FIND_PREVIOUS));
        handlers.put(
                ImageCommands.COPY_FIELD, Handler.of(() -> selected().ifPresent(copies::field)));
        handlers.put(
                ImageCommands.COPY_FIELD_PATH,
                Handler.of(() -> selected().ifPresent(copies::path)));
        handlers.put(
                ImageCommands.COPY_ENTRY,
                Handler.of(
                        () ->
                                model.ifPresent(
                                        shown ->
                                                selected()
                                                        .ifPresent(
                                                                one -> copies.entry(shown, one)))));
        handlers.put(ImageCommands.NEXT_UNKNOWN, Handler.of(finder::findUnknown));
        return Map.copyOf(handlers);
    }

    @Override
    public void dispose() {
        reading.cancel();
        finder.cancel();
        hex.dispose();
    }

    @Override
    public void show(ByteRange bytes) {
        reveal(bytes);
    }

    /// Selects the innermost field that holds bytes of the image, as soon as the fields are read.
    public void reveal(ByteRange bytes) {
        if (model.isPresent()) {
            model.get().reveal(bytes);
        } else {
            wanted = Optional.of(bytes);
        }
    }

    HexPane hex() {
        return hex;
    }

    FieldTable fields() {
        return fields;
    }

    FieldFinder finder() {
        return finder;
    }

    /// The selected field.
    Optional<ImageModel.Selected> selected() {
        return model.flatMap(shown -> shown.selected().get());
    }

    private FieldPath present() {
        return selected().map(ImageModel.Selected::path).orElseGet(() -> FieldPath.of(0));
    }

    /// What is done in the fields, or in the bytes while those have the key focus.
    private Handler either(Runnable inFields, String inBytes) {
        var there = hex.handlers().get(inBytes);
        return Handler.of(
                () -> {
                    if (hex.isFocusWithin() && there != null) {
                        there.run();
                    } else {
                        inFields.run();
                    }
                });
    }

    private void read(Outcome<ImageModel> end) {
        pane.state(
                switch (end) {
                    case Outcome.Done<ImageModel>(var read) -> show(read);
                    case Outcome.Failed<ImageModel> failed ->
                            new ViewState.Partial(
                                    "The fields cannot be read, the bytes can: "
                                            + failed.message());
                    case Outcome.Cancelled<ImageModel> _ ->
                            new ViewState.Partial(
                                    "Reading the fields was cancelled; close and open the image to read them.");
                });
    }

    private ViewState show(ImageModel read) {
        model = Optional.of(read);
        fields.show(read.rows());
        defects.show(read.defects());
        read.onSelected(this::show);
        wanted.ifPresentOrElse(
                read::reveal,
                () -> {
                    if (read.entries() > 0) {
                        read.select(FieldPath.of(0));
                    }
                });
        return read.defects().isEmpty()
                ? new ViewState.Ready()
                : new ViewState.Partial(
                        "The image is damaged; what could be read is shown, what is wrong is listed below the fields.");
    }

    private void show(ImageModel.Selected field) {
        fields.select(field.path());
        bytes.show(field);
        status.set(words(field));
        if (tmpfs) {
            services.selection()
                    .select(
                            key.toString(),
                            new ArtefactRef.OfMember(
                                    key.checkpoint(), key.member() + ": " + field.entry()));
        }
    }

    private String words(ImageModel.Selected field) {
        var line = field.line();
        long bytes = line.range().length();
        return String.join(
                GAP,
                field.words(),
                line.typeInWords(),
                "%s+%s".formatted(key.member(), line.range()),
                bytes == 1 ? "1 byte" : "%,d bytes".formatted(bytes));
    }
}
