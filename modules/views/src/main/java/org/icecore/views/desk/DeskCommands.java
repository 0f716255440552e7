package org.icecore.views.desk;

import java.util.List;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.Platform;

/// The commands that editors of bytes and text handle while they are active.
public final class DeskCommands {
    public static final String GO_TO = "navigate.go-to";
    public static final String FOLLOW = "navigate.follow";
    public static final String FIND = BenchCommands.FIND;
    public static final String FIND_NEXT = "search.find-next";
    public static final String FIND_PREVIOUS = "search.find-previous";
    public static final String COPY_AS = "bytes.copy-as";
    public static final String COPY_HEX = "bytes.copy-hex";
    public static final String COPY_DUMP = "bytes.copy-dump";
    public static final String COPY_TEXT = "bytes.copy-text";
    public static final String COPY_C_ARRAY = "bytes.copy-c-array";
    public static final String COPY_JAVA_ARRAY = "bytes.copy-java-array";
    public static final String COPY_PYTHON = "bytes.copy-python";
    public static final String COPY_ADDRESS = "bytes.copy-address";
    public static final String FITTING = "bytes.row-fitting";
    public static final String EIGHT = "bytes.row-8";
    public static final String SIXTEEN = "bytes.row-16";
    public static final String THIRTY_TWO = "bytes.row-32";
    public static final String LARGER = "font.larger";
    public static final String SMALLER = "font.smaller";
    public static final String USUAL_SIZE = "font.usual";
    public static final String NEXT_CHANGE = "compare.next";
    public static final String PREVIOUS_CHANGE = "compare.previous";
    public static final String ONLY_CHANGES = "compare.only-changes";
    public static final String RAW_TEXT = "text.raw";
    public static final String WRAP_LINES = "text.wrap";

    private static final String NAVIGATE = "Navigate";
    private static final String SEARCH = "Search";
    private static final String BYTES = "Bytes";
    private static final String COMPARE = "Compare";

    private static final String COPIES = "shortcut+shift+y";
    private static final String ROWS = "shortcut+shift+b";

    private DeskCommands() {}

    /// All of them, to be registered without handlers: parts bring theirs. [#GO_TO] and [#FOLLOW] may be
    /// given one for parts that have none.
    public static List<Command> all() {
        return List.of(
                command(
                        GO_TO,
                        "goto",
                        NAVIGATE,
                        "Go To Address...",
                        "Goes to an address, an offset or a mapping by its name."),
                command(
                        FOLLOW,
                        "follow",
                        NAVIGATE,
                        "Follow",
                        "Goes to what the selection points at: memory, an open file, a pointer's target."),
                command(
                        FIND,
                        "find",
                        SEARCH,
                        "Find...",
                        "Finds bytes, text or rows in the active part."),
                command(FIND_NEXT, "find-next", SEARCH, "Find Next", "Goes to the next match."),
                command(
                        FIND_PREVIOUS,
                        "find-previous",
                        SEARCH,
                        "Find Previous",
                        "Goes to the previous match."),
                command(
                        COPY_AS,
                        "copy",
                        BYTES,
                        "Copy As...",
                        "Offers the forms in which selected bytes can be copied."),
                command(
                        COPY_HEX,
                        "copy-hex",
                        BYTES,
                        "Copy as Hex",
                        "Copies the selected bytes as hexadecimal digits."),
                command(
                        COPY_DUMP,
                        "copy-dump",
                        BYTES,
                        "Copy as Dump",
                        "Copies the selected bytes as lines of address, bytes and text."),
                command(
                        COPY_TEXT,
                        "copy-text",
                        BYTES,
                        "Copy as Text",
                        "Copies the printable text of the selected bytes."),
                command(
                        COPY_C_ARRAY,
                        "copy-array",
                        BYTES,
                        "Copy as C Array",
                        "Copies the selected bytes as an array of C."),
                command(
                        COPY_JAVA_ARRAY,
                        "copy-array",
                        BYTES,
                        "Copy as Java Array",
                        "Copies the selected bytes as a byte array of Java."),
                command(
                        COPY_PYTHON,
                        "copy-array",
                        BYTES,
                        "Copy as Python Bytes",
                        "Copies the selected bytes as a bytes object of Python."),
                command(
                        COPY_ADDRESS,
                        "copy-address",
                        BYTES,
                        "Copy Address",
                        "Copies the address of the first selected byte."),
                command(
                        FITTING,
                        "row-fitting",
                        BYTES,
                        "Fitting Bytes per Row",
                        "Shows 16 bytes in a row where there is room, else 8."),
                command(EIGHT, "row-8", BYTES, "8 Bytes per Row", "Shows 8 bytes in a row."),
                command(SIXTEEN, "row-16", BYTES, "16 Bytes per Row", "Shows 16 bytes in a row."),
                command(
                        THIRTY_TWO,
                        "row-32",
                        BYTES,
                        "32 Bytes per Row",
                        "Shows 32 bytes in a row."),
                command(
                        LARGER,
                        "font-larger",
                        BYTES,
                        "Larger Font",
                        "Makes the font of the active editor larger."),
                command(
                        SMALLER,
                        "font-smaller",
                        BYTES,
                        "Smaller Font",
                        "Makes the font of the active editor smaller."),
                command(
                        USUAL_SIZE,
                        "font-usual",
                        BYTES,
                        "Usual Font Size",
                        "Gives the active editor its usual font size."),
                command(
                        NEXT_CHANGE,
                        "next-change",
                        COMPARE,
                        "Next Change",
                        "Goes to the next change of memory, in the next task if need be."),
                command(
                        PREVIOUS_CHANGE,
                        "previous-change",
                        COMPARE,
                        "Previous Change",
                        "Goes to the previous change of memory."),
                command(
                        ONLY_CHANGES,
                        "only-changes",
                        COMPARE,
                        "Only Changes",
                        "Folds what is equal, but for three rows around each change."),
                command(
                        RAW_TEXT,
                        "raw",
                        "Text",
                        "Raw Text",
                        "Shows the text as it lies in the evidence, not indented anew."),
                command(
                        WRAP_LINES,
                        "wrap",
                        "Text",
                        "Wrap Lines",
                        "Wraps lines that are wider than the editor."));
    }

    /// The command of that id, one of [#all].
    public static Command command(String id) {
        return all().stream().filter(command -> command.id().equals(id)).findFirst().orElseThrow();
    }

    /// The keys of these commands.
    public static List<KeyBinding> keys() {
        return List.of(
                KeyBinding.of("shortcut+l", GO_TO),
                KeyBinding.of("shortcut+g", GO_TO),
                KeyBinding.of("shortcut+f", FIND),
                KeyBinding.of("shortcut+k", FIND_NEXT),
                KeyBinding.of("shortcut+shift+k", FIND_PREVIOUS),
                KeyBinding.of("f3", FOLLOW),
                KeyBinding.of("shortcut+shift+c", COPY_AS),
                KeyBinding.of(COPIES + " h", COPY_HEX),
                KeyBinding.of(COPIES + " d", COPY_DUMP),
                KeyBinding.of(COPIES + " t", COPY_TEXT),
                KeyBinding.of(COPIES + " c", COPY_C_ARRAY),
                KeyBinding.of(COPIES + " j", COPY_JAVA_ARRAY),
                KeyBinding.of(COPIES + " y", COPY_PYTHON),
                KeyBinding.of(COPIES + " a", COPY_ADDRESS),
                KeyBinding.of(ROWS + " f", FITTING),
                KeyBinding.of(ROWS + " 8", EIGHT),
                KeyBinding.of(ROWS + " 1 6", SIXTEEN),
                KeyBinding.of(ROWS + " 3 2", THIRTY_TWO),
                KeyBinding.of("shortcut+plus", LARGER),
                KeyBinding.of("shortcut+shift+equals", LARGER),
                KeyBinding.of("shortcut+equals", LARGER),
                KeyBinding.of("shortcut+add", LARGER),
                KeyBinding.of("shortcut+minus", SMALLER),
                KeyBinding.of("shortcut+subtract", SMALLER),
                KeyBinding.of("shortcut+0", USUAL_SIZE),
                KeyBinding.of("shortcut+shift+d o", ONLY_CHANGES),
                KeyBinding.of("shortcut+shift+r", RAW_TEXT),
                KeyBinding.of("alt+shift+y", WRAP_LINES),
                KeyBinding.of("f8", NEXT_CHANGE),
                KeyBinding.of("shift+f8", PREVIOUS_CHANGE));
    }

    /// The first key of a command as this platform writes it; empty if it has none.
    static String keyText(String id) {
        return keys().stream()
                .filter(key -> key.commandId().equals(id))
                .findFirst()
                .map(key -> key.keys().display(Platform.current()))
                .orElse("");
    }

    private static Command command(
            String id, String icon, String category, String title, String description) {
        return Command.of(id, category, title, description).withIcon(icon);
    }
}
