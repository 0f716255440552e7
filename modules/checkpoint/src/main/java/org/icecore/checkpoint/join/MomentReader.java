package org.icecore.checkpoint.join;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.dump.RecordedMoment;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads when things happened, from whoever wrote it down. What cannot be read is left out: whoever reads the document for its
/// content says so.
final class MomentReader {

    private static final long NANOS = 1_000_000_000;
    private static final int TAIL = 1 << 16;
    private static final String ENGINE = "the engine's host, as its clock stood then";
    private static final Pattern IN_NAME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern LOGGED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,18}(?:Z|[+-]\\d{2}:\\d{2})) .*");

    private final Archive archive;
    private final Documents documents;
    private final List<RecordedMoment> moments = new ArrayList<>();

    MomentReader(Archive archive, Documents documents) {
        this.archive = archive;
        this.documents = documents;
    }

    /// @param written when the images were written, by the archive
    List<RecordedMoment> read(Observed<Instant> written) {
        config();
        status();
        for (var log : List.of("ctr.log", "container.log", "io.kubernetes.cri-o.LogPath")) {
            lastLine(log);
        }
        if (written instanceof Observed.Present<Instant>(var moment, var at)) {
            moments.add(
                    new RecordedMoment(
                            archive.packing() == Archive.Packing.DIRECTORY
                                    ? "modification time of the files"
                                    : "modification time in the archive",
                            "the images were written",
                            moment,
                            archive.packing() == Archive.Packing.DIRECTORY
                                    ? "whoever copied the folder last, unless times were kept"
                                    : "the host's file system; copying and packing can change it",
                            at));
        }
        fileName();
        return moments;
    }

    private void config() {
        var config = tree(Documents.CONFIG);
        text(config, "createdTime", "the container was created");
        text(config, "checkpointedTime", "the checkpoint was taken");
        text(config, "restoredTime", "the container had been restored from a checkpoint");
    }

    private void text(JsonNode config, String key, String meaning) {
        var value = config.path(key);
        if (value.isString()) {
            moment(value.stringValue())
                    .ifPresent(moment -> add(Documents.CONFIG, key, meaning, moment));
        }
    }

    /// Containerd counts nanoseconds since 1970.
    private void status() {
        var status = tree("status");
        nanos(status, "CreatedAt", "the container was created");
        nanos(status, "StartedAt", "the container was started");
        nanos(status, "FinishedAt", "the container had ended");
    }

    private void nanos(JsonNode status, String key, String meaning) {
        var value = status.path(key);
        if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0) {
            var nanos = value.longValue();
            add("status", key, meaning, Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
        }
    }

    private void add(String document, String key, String meaning, Instant moment) {
        documents
                .member(archive, document)
                .ifPresent(
                        member ->
                                moments.add(
                                        new RecordedMoment(
                                                "%s, %s".formatted(document, key),
                                                meaning,
                                                moment,
                                                ENGINE,
                                                Location.of(member.name(), 0, member.size()))));
    }

    private void lastLine(String name) {
        var member = documents.member(archive, name);
        if (member.isEmpty()) {
            return;
        }
        try {
            var source = archive.open(member.get());
            long start = Math.max(0, source.size() - TAIL);
            var text =
                    new String(
                            source.bytes(start, (int) (source.size() - start)),
                            StandardCharsets.ISO_8859_1);
            for (int end = text.length(); end > 0; ) {
                int line = text.lastIndexOf('\n', end - 1) + 1;
                var matcher = LOGGED.matcher(text.substring(line, end).strip());
                var moment =
                        matcher.matches() ? moment(matcher.group(1)) : Optional.<Instant>empty();
                if (moment.isPresent()) {
                    moments.add(
                            new RecordedMoment(
                                    name + ", last line",
                                    "the container printed something for the last time that was exported",
                                    moment.get(),
                                    ENGINE,
                                    source.locate(new ByteRange(start + line, start + end))));
                    return;
                }
                end = line - 1;
            }
        } catch (EvidenceException _) {
            // The archive's own defects say so.
        }
    }

    private void fileName() {
        var name = String.valueOf(archive.path().getFileName());
        var matcher = IN_NAME.matcher(name);
        if (matcher.find()) {
            moment(matcher.group())
                    .ifPresent(
                            moment ->
                                    moments.add(
                                            new RecordedMoment(
                                                    "name of the file",
                                                    "the checkpoint was asked for, if the name is the kubelet's",
                                                    moment,
                                                    "whoever named the file",
                                                    new Location(name, new ByteRange(0, 0)))));
        }
    }

    private JsonNode tree(String name) {
        try {
            var document = documents.open(archive, name);
            if (document.isPresent()) {
                return new EngineJson(document.get()).tree(_ -> {});
            }
        } catch (EvidenceException _) {
            // The reader of the container says so.
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /// Go's zero time, year 1, stands for "never".
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(moment -> moment.isAfter(Instant.EPOCH));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
