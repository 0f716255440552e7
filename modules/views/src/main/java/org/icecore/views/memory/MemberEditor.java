package org.icecore.views.memory;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.views.desk.HexPane;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.desk.MemberContent;
import org.icecore.views.desk.ShowsBytes;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The bytes of a member of an archive. Its addresses are offsets in the member, as `xxd` counts them.
public final class MemberEditor implements Editor, ShowsBytes {
    private final MemberBytesKey key;
    private final WorkbenchServices services;
    private final HexPane hex;
    private final PlaceholderPane pane;
    private final ObservableValue<String> title;
    private final String description;

    /// @param checkpoint the opened checkpoint that the key names; empty if it is not open
    /// @param several whether several checkpoints are open
    public MemberEditor(
            MemberBytesKey key,
            Optional<Checkpoint> checkpoint,
            ObservableValue<Boolean> several,
            WorkbenchServices services) {
        this.key = key;
        var name = key.member().substring(key.member().lastIndexOf('/') + 1);
        title = several.map(many -> many ? "%s - %s".formatted(name, key.checkpoint()) : name);
        this.services = services;
        hex = new HexPane(services.themes(), Jobs.virtualThreads());
        pane = new PlaceholderPane(hex, new ViewState.Ready());
        description =
                "%s in %s"
                        .formatted(
                                key.member(),
                                checkpoint.map(Checkpoint::title).orElse(key.checkpoint().value()));
        hex.view().setAccessibleText("Bytes of " + description);
        pane.state(
                checkpoint
                        .map(this::open)
                        .orElseGet(
                                () ->
                                        new ViewState.Empty(
                                                "The checkpoint %s is not open."
                                                        .formatted(key.checkpoint()))));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        hex.view().requestFocus();
        services.selection().select(key.toString(), key.ref());
        services.history().visit(key.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public ObservableValue<String> description() {
        return new ReadOnlyStringWrapper(description).getReadOnlyProperty();
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

    HexPane hex() {
        return hex;
    }

    private ViewState open(Checkpoint checkpoint) {
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
            var source = checkpoint.archive().open(member.get());
            if (source.size() == 0) {
                return new ViewState.Empty(key.member() + " is empty.");
            }
            hex.view().model().contentProperty().set(new MemberContent(key.member(), source));
            return new ViewState.Ready();
        } catch (EvidenceException damaged) {
            return new ViewState.Failed(damaged.getMessage(), damaged.toString());
        }
    }
}
