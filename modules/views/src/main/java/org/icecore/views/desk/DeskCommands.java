package org.icecore.views.desk;

import java.util.List;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.KeyBinding;

/// The commands that editors of bytes and text handle while they are active.
public final class DeskCommands {
    public static final String GO_TO = "navigate.go-to";
    public static final String FIND = BenchCommands.FIND;
    public static final String FIND_NEXT = "search.find-next";
    public static final String FIND_PREVIOUS = "search.find-previous";
    public static final String COPY_AS = "bytes.copy-as";
    public static final String COPY_HEX = "bytes.copy-hex";
    public static final String COPY_DUMP = "bytes.copy-dump";
    public static final String COPY_TEXT = "bytes.copy-text";
    public static final String COPY_C_ARRAY = "bytes.copy-c-array";
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

    private DeskCommands() {}

    /// All of them, to be registered without handlers: parts bring theirs. [#GO_TO] may be given one for parts that
    /// have none.
    public static List<Command> all() {
        return List.of(
                Command.of(
                        GO_TO,
                        NAVIGATE,
                        "Go To Address...",
                        "Goes to an address, an offset or a mapping by its name."),
                Command.of(
                        FIND, SEARCH, "Find...", "Finds bytes, text or rows in the active part."),
                Command.of(FIND_NEXT, SEARCH, "Find Next", "Goes to the next match."),
                Command.of(FIND_PREVIOUS, SEARCH, "Find Previous", "Goes to the previous match."),
                Command.of(
                        COPY_AS,
                        BYTES,
                        "Copy As...",
                        "Offers the forms in which selected bytes can be copied."),
                Command.of(
                        COPY_HEX,
                        BYTES,
                        "Copy as Hex",
                        "Copies the selected bytes as hexadecimal digits."),
                Command.of(
                        COPY_DUMP,
                        BYTES,
                        "Copy as Dump",
                        "Copies the selected bytes as lines of address, bytes and text."),
                Command.of(
                        COPY_TEXT,
                        BYTES,
                        "Copy as Text",
                        "Copies the printable text of the selected bytes."),
                Command.of(
                        COPY_C_ARRAY,
                        BYTES,
                        "Copy as C Array",
                        "Copies the selected bytes as an array of C."),
                Command.of(
                        COPY_ADDRESS,
                        BYTES,
                        "Copy Address",
                        "Copies the address of the first selected byte."),
                Command.of(
                        FITTING,
                        BYTES,
                        "Fitting Bytes per Row",
                        "Shows 16 bytes in a row where there is room, else 8."),
                Command.of(EIGHT, BYTES, "8 Bytes per Row", "Shows 8 bytes in a row."),
                Command.of(SIXTEEN, BYTES, "16 Bytes per Row", "Shows 16 bytes in a row."),
                Command.of(THIRTY_TWO, BYTES, "32 Bytes per Row", "Shows 32 bytes in a row."),
                Command.of(
                        LARGER,
                        BYTES,
                        "Larger Font",
                        "Makes the font of the active editor larger."),
                Command.of(
                        SMALLER,
                        BYTES,
                        "Smaller Font",
                        "Makes the font of the active editor smaller."),
                Command.of(
                        USUAL_SIZE,
                        BYTES,
                        "Usual Font Size",
                        "Gives the active editor its usual font size."),
                Command.of(
                        NEXT_CHANGE,
                        COMPARE,
                        "Next Change",
                        "Goes to the next change of memory, in the next task if need be."),
                Command.of(
                        PREVIOUS_CHANGE,
                        COMPARE,
                        "Previous Change",
                        "Goes to the previous change of memory."),
                Command.of(
                        ONLY_CHANGES,
                        COMPARE,
                        "Only Changes",
                        "Folds what is equal, but for three rows around each change."),
                Command.of(
                        RAW_TEXT,
                        "Text",
                        "Raw Text",
                        "Shows the text as it lies in the evidence, not indented anew."),
                Command.of(
                        WRAP_LINES,
                        "Text",
                        "Wrap Lines",
                        "Wraps lines that are wider than the editor."));
    }

    /// The keys of these commands.
    public static List<KeyBinding> keys() {
        return List.of(
                KeyBinding.of("shortcut+l", GO_TO),
                KeyBinding.of("shortcut+g", GO_TO),
                KeyBinding.of("shortcut+f", FIND),
                KeyBinding.of("f3", FIND_NEXT),
                KeyBinding.of("shift+f3", FIND_PREVIOUS),
                KeyBinding.of("shortcut+shift+c", COPY_AS),
                KeyBinding.of("f8", NEXT_CHANGE),
                KeyBinding.of("shift+f8", PREVIOUS_CHANGE));
    }
}
