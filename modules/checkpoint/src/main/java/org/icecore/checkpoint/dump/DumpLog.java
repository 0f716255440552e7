package org.icecore.checkpoint.dump;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What CRIU wrote of its own run; `dump.log`.
///
/// @param member its name in the archive
/// @param lines how many there are
/// @param version the version of CRIU: `4.2 (gitid v4.2-22-g2cf8f13ca)`
/// @param kernel what it ran on: `host Linux 6.18.44 #1 SMP ... x86_64`
/// @param runIds ids of CRIU's run; an engine's request begins a second one, whose id the images have
/// @param root the first task of the dump with its pid outside the container
/// @param configurations the files with options that were read
/// @param options what it was told to do, as far as the log gives it away
/// @param external namespaces that were left to whoever restores
/// @param warnings how many there are
/// @param errors how many there are; some are harmless, as the dump went on
/// @param troubles the first of both
/// @param ending whether the dump came to its end
/// @param last the line that says so, else the last one
/// @param duration time between the first and the last line
/// @param gaps what kept the log from being read whole
public record DumpLog(
        String member,
        long lines,
        Optional<LogLine> version,
        Optional<LogLine> kernel,
        List<LogLine> runIds,
        Optional<LogLine> root,
        List<LogLine> configurations,
        List<LoggedOption> options,
        List<LogLine> external,
        long warnings,
        long errors,
        List<LogLine> troubles,
        Ending ending,
        Optional<LogLine> last,
        Optional<Duration> duration,
        List<String> gaps) {

    public DumpLog {
        runIds = List.copyOf(runIds);
        configurations = List.copyOf(configurations);
        options = List.copyOf(options);
        external = List.copyOf(external);
        troubles = List.copyOf(troubles);
        gaps = List.copyOf(gaps);
    }

    /// How a log ends.
    public enum Ending {
        /// CRIU says that it dumped all.
        FINISHED,
        /// CRIU says that it failed.
        FAILED,
        /// It says neither: it was copied while CRIU ran, cut, or CRIU was killed.
        OPEN
    }
}
