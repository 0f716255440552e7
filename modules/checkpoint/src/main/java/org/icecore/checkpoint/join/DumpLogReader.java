package org.icecore.checkpoint.join;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.DumpLog.Ending;
import org.icecore.checkpoint.dump.LogLine;
import org.icecore.checkpoint.dump.LoggedOption;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads CRIU's log. Nothing in it is needed, and a line may be anything: programs that CRIU calls write into it, too.
///
/// The wording is that of CRIU 3.x and 4.x (`criu/crtools.c`, `cr-dump.c`, `config.c`, `net.c`, `util.c`).
final class DumpLogReader {

    /// A log of a hundred thousand tasks has some 100 MiB.
    private static final long MOST_BYTES = 512L << 20;

    private static final int MOST_LINES = 100;
    private static final Pattern TIME =
            Pattern.compile("\\((\\d{1,9})\\.(\\d{6})\\) ?(.*)", Pattern.DOTALL);
    private static final Pattern EXTERNAL = Pattern.compile(".*\\bnetns is external\\b.*");
    // CRIU names the command from 3.18 on.
    private static final Pattern ROOT =
            Pattern.compile("(?:Pre-d|D)umping processes \\(.*pid: \\d+(?: comm: .*)?\\)");

    private static final String SET_FREE = "Unfreezing tasks into 1";

    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(
                            SET_FREE,
                            "--leave-running, or a pre-dump",
                            "the tasks went on running: what was exported later can be newer than the memory"),
                    new Sign(
                            "Unfreezing tasks into 2",
                            "neither --leave-running nor --leave-stopped",
                            "the tasks were killed when the dump was complete"),
                    new Sign(
                            "Unfreezing tasks into 3",
                            "--leave-stopped",
                            "the tasks were left stopped"),
                    new Sign(
                            "Dirty tracking support is ON",
                            "--track-mem",
                            "the kernel tracked which pages are written, for a later dump"),
                    new Sign(
                            "Will dump/restore TCP connections",
                            "--tcp-established",
                            "established TCP connections were dumped"),
                    // Before CRIU 3.12.
                    new Sign(
                            "Will dump TCP connections",
                            "--tcp-established",
                            "established TCP connections were dumped"),
                    new Sign(
                            "Will skip in-flight TCP connections",
                            "--skip-in-flight",
                            "TCP connections that were not accepted yet are left out"),
                    new Sign(
                            "Starting lazy pages server",
                            "--lazy-pages",
                            "pages were to be fetched while CRIU waited"),
                    new Sign(
                            "Connecting to server ",
                            "--page-server",
                            "pages were sent to a page server"),
                    new Sign(
                            "Pre-dumping tasks' memory",
                            "criu pre-dump",
                            "only memory was dumped, for a later dump to refer to"),
                    new Sign(
                            "freezing cgroup ",
                            "--freeze-cgroup",
                            "the tasks were stopped through the freezer of their control group"));

    /// A line that gives away an option.
    private record Sign(String beginning, String option, String meaning) {}

    private final ByteSource source;
    private final String member;
    private final List<LogLine> runIds = new ArrayList<>();
    private final List<LogLine> configurations = new ArrayList<>();
    private final Map<String, LoggedOption> options = new LinkedHashMap<>();
    private final List<LogLine> external = new ArrayList<>();
    private final List<LogLine> troubles = new ArrayList<>();
    private Optional<LogLine> version = Optional.empty();
    private Optional<LogLine> kernel = Optional.empty();
    private Optional<LogLine> root = Optional.empty();
    private Optional<Supplier<LogLine>> last = Optional.empty();
    private Optional<LogLine> end = Optional.empty();
    private Optional<Duration> first = Optional.empty();
    private Optional<Duration> latest = Optional.empty();
    private Ending ending = Ending.OPEN;
    private long lines;
    private long timed;
    private long warnings;
    private long errors;

    private DumpLogReader(ByteSource source, String member) {
        this.source = source;
        this.member = member;
    }

    /// The log in `source`, a whole member of that name.
    static Observed<DumpLog> read(ByteSource source, String member) {
        var reader = new DumpLogReader(source, member);
        try {
            new LogLines(source, MOST_BYTES).each(reader::take);
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
        var whole = source.locate(new ByteRange(0, source.size()));
        if (reader.timed == 0) {
            return new Observed.Malformed<>(
                    whole,
                    "not a log of CRIU: none of its %d lines begins with a time"
                            .formatted(reader.lines));
        }
        return Observed.present(reader.log(), whole);
    }

    private DumpLog log() {
        var gaps =
                source.size() > MOST_BYTES
                        ? List.of(
                                "only the first %d of its %d bytes were read"
                                        .formatted(MOST_BYTES, source.size()))
                        : List.<String>of();
        return new DumpLog(
                member,
                lines,
                version,
                kernel,
                runIds,
                root,
                configurations,
                options(),
                external,
                warnings,
                errors,
                troubles,
                ending,
                end.or(() -> last.map(Supplier::get)),
                latest.flatMap(to -> first.map(to::minus)),
                gaps);
    }

    /// CRIU sets the tasks free when a dump fails, whatever it was told.
    private List<LoggedOption> options() {
        if (ending == Ending.FAILED) {
            options.computeIfPresent(
                    SET_FREE,
                    (_, option) ->
                            new LoggedOption(
                                    "tasks set free, since the dump failed",
                                    "the tasks went on running, with or without --leave-running",
                                    option.line()));
        }
        return List.copyOf(options.values());
    }

    private void take(byte[] bytes, long start, long length) {
        lines++;
        var matcher = TIME.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return;
        }
        timed++;
        var since =
                Duration.ofSeconds(Long.parseLong(matcher.group(1)))
                        .plusNanos(Long.parseLong(matcher.group(2)) * 1000);
        first = first.or(() -> Optional.of(since));
        latest = Optional.of(since);
        int from = matcher.start(3);
        int to =
                bytes.length > from && bytes[bytes.length - 1] == '\r'
                        ? bytes.length - 1
                        : bytes.length;
        sort(
                new String(bytes, from, to - from, StandardCharsets.ISO_8859_1),
                () ->
                        new LogLine(
                                Optional.of(since),
                                EvidenceText.of(Arrays.copyOfRange(bytes, from, to))
                                        + (length > bytes.length ? " ..." : ""),
                                source.locate(ByteRange.of(start, length))));
    }

    private void sort(String text, Supplier<LogLine> line) {
        if (text.startsWith("Version: ")) {
            version = version.or(() -> Optional.of(without("Version: ", line.get())));
        } else if (text.startsWith("Running on ")) {
            kernel = kernel.or(() -> Optional.of(without("Running on ", line.get())));
        } else if (text.startsWith("CRIU run id = ")) {
            add(runIds, () -> without("CRIU run id = ", line.get()));
        } else if (ROOT.matcher(text).matches()) {
            root = root.or(() -> Optional.of(line.get()));
        } else if (text.startsWith("Parsing config file ")) {
            configuration(without("Parsing config file ", line.get()));
        } else if (text.startsWith("Warn ") || text.startsWith("Warn:")) {
            warnings++;
            add(troubles, line);
        } else if (text.startsWith("Error ") || text.startsWith("Error:")) {
            errors++;
            add(troubles, line);
            if (text.contains("umping FAILED")) {
                ends(Ending.FAILED, line.get());
            }
        } else if (text.endsWith("umping finished successfully")) {
            ends(Ending.FINISHED, line.get());
        } else if (EXTERNAL.matcher(text).matches()) {
            add(external, line);
        } else {
            SIGNS.stream()
                    .filter(sign -> text.startsWith(sign.beginning()))
                    .forEach(
                            sign ->
                                    options.computeIfAbsent(
                                            sign.beginning(),
                                            _ ->
                                                    new LoggedOption(
                                                            sign.option(),
                                                            sign.meaning(),
                                                            line.get())));
        }
        last = Optional.of(line);
    }

    private void ends(Ending how, LogLine line) {
        ending = how;
        end = Optional.of(line);
    }

    /// For an engine CRIU reads the same file again with each request.
    private void configuration(LogLine line) {
        if (configurations.stream().noneMatch(known -> known.text().equals(line.text()))) {
            add(configurations, () -> line);
        }
    }

    private static void add(List<LogLine> list, Supplier<LogLine> line) {
        if (list.size() < MOST_LINES) {
            list.add(line.get());
        }
    }

    private static LogLine without(String beginning, LogLine line) {
        return new LogLine(line.since(), line.text().substring(beginning.length()), line.at());
    }
}
