package org.icecore.app.desktop;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.properties.PropertiesView;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.table.DenseRows;

/// Goes to what the selection points at: in tables and trees as Enter does, elsewhere by the kind of what is selected.
///
/// Editors of memory follow the pointer at their caret themselves.
final class Follow {
    private static final String SOURCE = "follow";

    private final WorkbenchServices services;
    private final BenchSelection selection;
    private final DesktopActions actions;

    Follow(WorkbenchServices services, BenchSelection selection, DesktopActions actions) {
        this.services = services;
        this.selection = selection;
        this.actions = actions;
    }

    Handler handler() {
        return Handler.of(
                this::follow,
                Bindings.createBooleanBinding(
                        () -> selection.ref().get().isPresent() || rows().isPresent(),
                        selection.ref(),
                        services.focused()));
    }

    private Optional<DenseRows> rows() {
        return services.focused().get().flatMap(DenseRows::around);
    }

    private void follow() {
        var opened = rows().filter(DenseRows::openSelected).isPresent();
        if (!opened) {
            selection.ref().get().ifPresent(this::to);
        }
    }

    private void to(ArtefactRef ref) {
        switch (ref) {
            case ArtefactRef.OfCheckpoint _ -> actions.openOverview();
            case ArtefactRef.OfTask _,
                    ArtefactRef.OfThread _,
                    ArtefactRef.OfVma _,
                    ArtefactRef.OfMemory _ ->
                    actions.revealMemory();
            case ArtefactRef.OfMember(_, var member) when isOfTmpfs(member) ->
                    services.commands().execute(StoredFileCommands.OPEN);
            case ArtefactRef.OfMember(var id, var member) ->
                    services.parts().openEditor(new MemberKey(id, member));
            case ArtefactRef.OfImageEntry(var id, var member, _) ->
                    services.parts().openEditor(new MemberKey(id, member));
            case ArtefactRef.OfDescriptor descriptor -> {
                file(descriptor).ifPresent(file -> selection.select(SOURCE, file));
                services.parts().revealView(PropertiesView.ID);
            }
            case ArtefactRef.OfOpenFile _, ArtefactRef.OfMount _, ArtefactRef.OfRootfsEntry _ ->
                    services.parts().revealView(PropertiesView.ID);
        }
    }

    /// Whether it is no member of the archive, but lies in one that keeps a tmpfs.
    private boolean isOfTmpfs(String member) {
        return selection
                .checkpoint()
                .get()
                .flatMap(checkpoint -> TmpfsFiles.known(checkpoint, member))
                .isPresent();
    }

    /// The open file that a descriptor names.
    private Optional<ArtefactRef> file(ArtefactRef.OfDescriptor ref) {
        return selection
                .task()
                .get()
                .filter(task -> task.pid().equals(ref.pid()))
                .flatMap(task -> task.descriptors().found())
                .flatMap(
                        all ->
                                all.stream()
                                        .filter(descriptor -> descriptor.fd().equals(ref.fd()))
                                        .findFirst())
                .map(FileDescriptor::id)
                .map(file -> new ArtefactRef.OfOpenFile(ref.checkpoint(), file));
    }
}
