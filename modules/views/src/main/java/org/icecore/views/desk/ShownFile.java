package org.icecore.views.desk;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.workbench.WorkbenchServices;

/// The file that an editor shows: what its tab says, and what is selected while it is in front.
///
/// @param editor names the editor as the source of what it selects
/// @param ref the file
/// @param title the text on the tab
/// @param description its path, and whose it is
public record ShownFile(
        String editor,
        ArtefactRef ref,
        ObservableValue<String> title,
        ObservableValue<String> description) {

    /// A file that is called by the last name of its path.
    ///
    /// @param description the path, and what kind of file it is if that is worth telling
    /// @param holder what the checkpoint is called
    /// @param several whether several checkpoints are open, so that titles have to name theirs
    public static ShownFile of(
            String editor,
            ArtefactRef ref,
            String path,
            String description,
            String holder,
            ObservableValue<Boolean> several) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return new ShownFile(
                editor,
                ref,
                several.map(many -> many ? "%s - %s".formatted(name, ref.checkpoint()) : name),
                new ReadOnlyStringWrapper("%s in %s".formatted(description, holder))
                        .getReadOnlyProperty());
    }

    /// Selects the file for the whole workbench, and remembers that the examiner was here.
    public void publish(WorkbenchServices services) {
        services.selection().select(editor, ref);
        services.history().visit(ref);
    }
}
