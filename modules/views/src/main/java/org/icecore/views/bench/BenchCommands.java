package org.icecore.views.bench;

/// Ids of the commands that several views name. The application registers them with their handlers.
public final class BenchCommands {
    /// Opens archives.
    public static final String OPEN = "file.open";
    /// Opens a folder.
    public static final String OPEN_FOLDER = "file.open-folder";
    /// Supplies the dump in which pages of the selected checkpoint lie.
    public static final String SUPPLY_PARENT = "evidence.supply-parent";
    /// Opens the selected evidence, which unpacks to more than is allowed, with a higher limit.
    public static final String RAISE_LIMIT = "evidence.raise-limit";
    /// Takes the selected checkpoint from the bench.
    public static final String CLOSE = "file.close";
    /// Opens the sample investigation.
    public static final String OPEN_SAMPLE = "evidence.open-sample";
    /// Opens the overview of the selected checkpoint.
    public static final String OPEN_OVERVIEW = "evidence.open-overview";
    /// Copies the path of the selected checkpoint.
    public static final String COPY_PATH = "evidence.copy-path";
    /// Copies the SHA-256 of the selected checkpoint.
    public static final String COPY_DIGEST = "evidence.copy-digest";
    /// Compares the selected checkpoint with another one.
    public static final String CHOOSE_PAIR = "compare.choose";
    /// Opens the memory of the selected task at the selected mapping or address.
    public static final String REVEAL_MEMORY = "memory.reveal";
    /// Changes between what all tasks have and what the selected task has.
    public static final String ALL_TASKS = "scope.all-tasks";
    /// Selects the descriptor at the other end of the selected pipe, socket or terminal.
    public static final String OTHER_END = "descriptor.other-end";
    /// Shows what the selection was read from; tables handle it for their rows.
    public static final String REVEAL_IN_IMAGE = "image.reveal";
    /// Selects the member of the archive that the selection was read from.
    public static final String REVEAL_IN_ARCHIVE = "archive.reveal";
    /// Finds within the active part; parts handle it.
    public static final String FIND = "search.find";

    private BenchCommands() {}
}
