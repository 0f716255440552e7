package org.icecore.views.kernel;

import javafx.beans.value.ObservableValue;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.workbench.command.Commands;

/// What the views of the kernel's state work with.
///
/// @param sight what they see of the workbench
/// @param ofAll whether the rows of all tasks are wanted
/// @param commands by which they ask the workbench for what others do
/// @param showProperties brings the properties of what is selected to the front
/// @param files what can be done with contents
public record KernelDesk(
        CheckpointQuestion.Sight sight,
        ObservableValue<Boolean> ofAll,
        Commands commands,
        Runnable showProperties,
        StoredFileDeeds files) {}
