package org.icecore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import org.icecore.evidence.Progress;

/// A format in which a report can be written. The same report gives the same bytes, always.
///
/// Nothing but `out` is written to: no temporary file ever holds evidence. Use [ReportFile] to get a file on disk.
public interface ReportWriter {

    /// Writes all of `report`; leaves `out` open.
    ///
    /// @param progress told the rows and blocks that are done
    /// @throws IOException if `out` cannot take more
    /// @throws CancellationException if `progress` wants no more
    void write(Report report, OutputStream out, Progress progress) throws IOException;
}
