package org.icecore.views.images;

import java.util.List;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.KeyBinding;

/// The commands on images: two that the program handles from any selection, and those that the editor handles while it is
/// active.
public final class ImageCommands {
    /// Opens the selected image; the program handles it.
    public static final String OPEN = "image.open";
    /// Shows the field that the selection was read from; the program handles it.
    public static final String REVEAL = BenchCommands.REVEAL_IN_IMAGE;

    /// Selects the member that the selection was read from; the program handles it.
    public static final String REVEAL_MEMBER = BenchCommands.REVEAL_IN_ARCHIVE;

    static final String COPY_FIELD = "image.copy-field";
    static final String COPY_FIELD_PATH = "image.copy-field-path";
    static final String COPY_ENTRY = "image.copy-entry";
    static final String NEXT_UNKNOWN = "image.next-unknown";

    private static final String IMAGE = "Image";

    private ImageCommands() {}

    /// All of them.
    public static List<Command> all() {
        return List.of(
                command(
                        OPEN,
                        "image-file",
                        "Open Image",
                        "Shows the selected image of CRIU field by field, beside its bytes."),
                command(
                        REVEAL,
                        "reveal",
                        "Reveal in Image",
                        "Shows the field of the image, or the entry of the exported root file system, that what is selected was read from."),
                command(
                        REVEAL_MEMBER,
                        "archive",
                        "Reveal in Archive",
                        "Selects the member of the archive that what is selected was read from."),
                command(
                        COPY_FIELD,
                        "copy-text",
                        "Copy Field",
                        "Copies name and value of the selected field."),
                command(
                        COPY_FIELD_PATH,
                        "copy-path",
                        "Copy Path of Field",
                        "Copies the names that lead to the selected field, with its image and bytes."),
                command(
                        COPY_ENTRY,
                        "copy",
                        "Copy Entry as JSON",
                        "Copies the entry that holds the selected field as crit decode --pretty prints it."),
                command(
                        NEXT_UNKNOWN,
                        "find-next",
                        "Next Unknown Field",
                        "Goes to the next field that this release does not know, or that cannot be read."));
    }

    /// Their keys.
    public static List<KeyBinding> keys() {
        return List.of(
                KeyBinding.of("shortcut+shift+o i", OPEN),
                KeyBinding.of("shift+f4", REVEAL),
                KeyBinding.of("shortcut+shift+o a", REVEAL_MEMBER),
                KeyBinding.of("shortcut+shift+y i", COPY_FIELD),
                KeyBinding.of("shortcut+shift+y w", COPY_FIELD_PATH),
                KeyBinding.of("shortcut+shift+y e", COPY_ENTRY),
                KeyBinding.of("shift+f3", NEXT_UNKNOWN));
    }

    private static Command command(String id, String icon, String title, String description) {
        return Command.of(id, IMAGE, title, description).withIcon(icon);
    }
}
