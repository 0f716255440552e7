package org.icecore.checkpoint.task;

import java.util.OptionalInt;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;

/// Working directory, root and umask of a task; `fs_entry`.
public record FileSystemContext(
        Observed<OpenFile> workingDirectory, Observed<OpenFile> root, OptionalInt umask) {}
