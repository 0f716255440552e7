package org.icecore.views.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ScopedQuestion;
import org.icecore.views.result.TaskColumn;
import org.icecore.workbench.command.MenuItem;

/// The descriptors of all tasks, or of the selected one. Enter opens the content where the checkpoint keeps it; else it goes to a
/// mapping of the same file, or to the open file itself.
public final class FilesView {
    /// Its id.
    public static final String ID = "files";

    private FilesView() {}

    /// The view.
    ///
    /// @param ofAll whether the descriptors of all tasks are wanted
    public static QuestionView<DescriptorTable.Row> of(
            CheckpointQuestion.Sight sight, ObservableValue<Boolean> ofAll, StoredFileDeeds files) {
        return question()
                .view(
                        look(),
                        sight,
                        ofAll,
                        (row, ref) -> {
                            if (files.isFile(ref)) {
                                files.open(ref);
                            } else {
                                sight.selection().select(ID, behind(row, ref.checkpoint()));
                            }
                        },
                        List.of(BenchCommands.ALL_TASKS),
                        Map.of());
    }

    /// What lies behind a descriptor: the first mapping of its file in the same task, or the open file.
    static ArtefactRef behind(DescriptorTable.Row row, CheckpointId checkpoint) {
        var id = row.descriptor().id();
        return row.task().memory().found().stream()
                .flatMap(memory -> memory.vmas().stream())
                .filter(vma -> vma.file().filter(file -> file.id().equals(id)).isPresent())
                .findFirst()
                .<ArtefactRef>map(
                        vma -> new ArtefactRef.OfVma(checkpoint, row.task().pid(), vma.start()))
                .orElseGet(() -> new ArtefactRef.OfOpenFile(checkpoint, id));
    }

    static ScopedQuestion<DescriptorTable.Row> question() {
        return new ScopedQuestion<>(
                "open files",
                checkpoint -> shown(DescriptorTable.of(checkpoint)),
                (checkpoint, task) -> shown(DescriptorTable.of(checkpoint, task)),
                "No task has a file open.");
    }

    private static ResultTable<DescriptorTable.Row> shown(ResultTable<DescriptorTable.Row> table) {
        return TaskColumn.added(SocketColumns.added(table), row -> Optional.of(row.task()));
    }

    private static GridLook<DescriptorTable.Row> look() {
        return GridLook.<DescriptorTable.Row>laidOut(
                        ID,
                        "Open Files",
                        "pid 52, comm 130, fd 44, kind 108, target 350, state 104, flags 170, position 80,"
                                + " closeOnExec 110, protocol 130, file 60")
                .withIcon("kind", row -> row.descriptor().file().found().map(FileIcons::of))
                .withContextMenu(
                        MenuItem.list(
                                StoredFileCommands.OPEN,
                                StoredFileCommands.COPY_DIGEST,
                                StoredFileCommands.SAVE,
                                "-",
                                BenchCommands.OTHER_END));
    }
}
