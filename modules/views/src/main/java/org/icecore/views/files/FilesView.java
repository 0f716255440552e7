package org.icecore.views.files;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.Question;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// The descriptors of the selected task. Enter opens the content where the checkpoint keeps it; else it goes to a mapping of the
/// same file, or to the open file itself.
public final class FilesView {
    /// Its id.
    public static final String ID = "files";

    private FilesView() {}

    /// The view.
    public static QuestionView<DescriptorTable.Row> of(
            CheckpointQuestion.Sight sight, StoredFileDeeds files) {
        var selection = sight.selection();
        return new QuestionView<>(
                new QuestionView.Part<>(
                        look(),
                        question(selection),
                        sight.marks(),
                        selection.ref(),
                        refs -> selection.select(ID, refs),
                        (row, ref) -> {
                            if (files.isFile(ref)) {
                                files.open(ref);
                            } else {
                                selection.select(ID, behind(row, ref.checkpoint()));
                            }
                        },
                        List.of(),
                        sight.services(),
                        sight.jobs()));
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

    static ObservableValue<Question<DescriptorTable.Row>> question(BenchSelection selection) {
        return selection.ofTask(
                FilesView::question, () -> Question.withoutTask(selection, "open files"));
    }

    private static Question<DescriptorTable.Row> question(Checkpoint checkpoint, Task task) {
        return task.descriptors()
                .absence()
                .<Question<DescriptorTable.Row>>map(
                        why ->
                                new Question.Pointless<>(
                                        "The open files of task %s are not here: %s"
                                                .formatted(task.pid(), why)))
                .orElseGet(
                        () ->
                                Question.ofTask(
                                        checkpoint,
                                        task,
                                        "reading the open files of task " + task.pid(),
                                        () ->
                                                SocketColumns.added(
                                                        DescriptorTable.of(checkpoint, task)),
                                        "Task %s has no open files.".formatted(task.pid())));
    }

    private static GridLook<DescriptorTable.Row> look() {
        return GridLook.<DescriptorTable.Row>of(
                        ID,
                        "Open Files",
                        List.of(
                                "fd",
                                "kind",
                                "target",
                                "state",
                                "flags",
                                "position",
                                "closeOnExec",
                                "protocol",
                                "file"))
                .withWidths(
                        Map.of(
                                "fd",
                                44,
                                "kind",
                                108,
                                "target",
                                350,
                                "state",
                                104,
                                "flags",
                                170,
                                "position",
                                80,
                                "closeOnExec",
                                110,
                                "protocol",
                                130,
                                "file",
                                60))
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
