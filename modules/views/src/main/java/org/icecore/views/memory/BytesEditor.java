package org.icecore.views.memory;

import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.views.desk.HexPane;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.desk.MemberContent;
import org.icecore.views.desk.ShownFile;
import org.icecore.views.desk.ShowsBytes;
import org.icecore.views.desk.StoredFileContent;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexContent;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The bytes of a file: of a member of an archive, or of a file within one. Its addresses are offsets in the file, as `xxd`
/// counts them.
public final class BytesEditor implements Editor, ShowsBytes {
    private final ShownFile file;
    private final WorkbenchServices services;
    private final HexPane hex;
    private final PlaceholderPane pane;

    private BytesEditor(ShownFile file, WorkbenchServices services) {
        this.file = file;
        this.services = services;
        hex = new HexPane(services.themes(), Jobs.virtualThreads());
        hex.view().setAccessibleText("Bytes of " + file.description().getValue());
        pane = new PlaceholderPane(hex, new ViewState.Ready());
    }

    /// An editor for a member.
    ///
    /// @param checkpoint the opened checkpoint that the key names; empty if it is not open
    /// @param several whether several checkpoints are open
    static BytesEditor ofMember(
            MemberBytesKey key,
            Optional<Checkpoint> checkpoint,
            ObservableValue<Boolean> several,
            WorkbenchServices services) {
        var holder = checkpoint.map(Checkpoint::title).orElse(key.checkpoint().value());
        var editor =
                new BytesEditor(
                        ShownFile.of(
                                key.toString(),
                                key.ref(),
                                key.member(),
                                key.member(),
                                holder,
                                several),
                        services);
        editor.pane.state(
                checkpoint
                        .map(open -> editor.open(key, open))
                        .orElseGet(
                                () ->
                                        new ViewState.Empty(
                                                "The checkpoint %s is not open."
                                                        .formatted(key.checkpoint()))));
        return editor;
    }

    /// An editor for a file within a checkpoint.
    ///
    /// @param several whether several checkpoints are open
    static BytesEditor ofStoredFile(
            StoredFileKey key, ObservableValue<Boolean> several, WorkbenchServices services) {
        var name = key.file().name();
        var editor =
                new BytesEditor(
                        ShownFile.of(key.toString(), key.ref(), name, name, key.holder(), several),
                        services);
        if (key.file().bytes().size() == 0) {
            editor.pane.state(new ViewState.Empty(name + " is empty."));
        } else {
            editor.show(new StoredFileContent(key.file()));
        }
        return editor;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        hex.view().requestFocus();
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
        return Optional.of("editor.hex");
    }

    @Override
    public Map<String, Handler> handlers() {
        return hex.handlers();
    }

    @Override
    public ObservableValue<String> status() {
        return hex.status();
    }

    @Override
    public void dispose() {
        hex.dispose();
    }

    @Override
    public void show(ByteRange range) {
        var regions = hex.view().model().content().regions();
        if (!regions.isEmpty()) {
            var end = Math.min(range.end(), regions.getFirst().span().length());
            hex.jump(range.start());
            if (end > range.start()) {
                hex.view().model().select(AddressSpan.of(range.start(), end - range.start()));
            }
        }
    }

    private void show(HexContent content) {
        hex.view().model().contentProperty().set(content);
    }

    private ViewState open(MemberBytesKey key, Checkpoint checkpoint) {
        var member = checkpoint.archive().find(key.member());
        if (member.isEmpty()) {
            return new ViewState.Empty(
                    "%s has no member %s.".formatted(checkpoint.title(), key.member()));
        }
        if (member.get().type() != Member.Type.FILE) {
            return new ViewState.Empty(
                    "%s has no content: it is a %s%s."
                            .formatted(
                                    key.member(),
                                    member.get().type().label(),
                                    member.get().linkTarget().isEmpty()
                                            ? ""
                                            : " to " + member.get().linkTarget()));
        }
        try {
            var source = checkpoint.archive().beginning(member.get());
            if (source.size() < member.get().size()) {
                show(
                        new StoredFileContent(
                                StoredFile.of(key.member(), source, member.get().size())));
            } else if (source.size() == 0) {
                return new ViewState.Empty(key.member() + " is empty.");
            } else {
                show(new MemberContent(key.member(), source));
            }
            return new ViewState.Ready();
        } catch (EvidenceException damaged) {
            return new ViewState.Failed(damaged.getMessage(), damaged.toString());
        }
    }
}
