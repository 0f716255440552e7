package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.workbench.job.Progress;

/// Writes a report of an open checkpoint. Called in a job.
@FunctionalInterface
public interface ReportExport {
    /// Writes the report as PDF to a new file.
    ///
    /// @param comparison with the other checkpoint, if the two were compared
    void export(Checkpoint checkpoint, Optional<Comparison> comparison, Path target, Progress progress) throws Exception;
}
