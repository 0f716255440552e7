package org.icecore.analysis.compare;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.queue.QueueKind;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// All that waits in one queue.
///
/// @param digest equal for equal runs of bytes in equal order
record QueueContent(String name, String text, List<String> digest, Location at) {

    private static final int BLOCK = 1 << 16;

    /// One for each queue in which something waits, in the order of the images.
    static List<QueueContent> of(Checkpoint checkpoint) {
        var queues = new LinkedHashMap<String, List<QueuedData>>();
        for (var data : checkpoint.kernel().queues().items()) {
            queues.computeIfAbsent(
                            "%s %d".formatted(data.kind().label(), data.key()),
                            _ -> new ArrayList<>())
                    .add(data);
        }
        return queues.entrySet().stream()
                .map(queue -> content(queue.getKey(), queue.getValue()))
                .toList();
    }

    private static QueueContent content(String name, List<QueuedData> queue) {
        var bytes = queue.stream().mapToLong(data -> data.content().size()).sum();
        var single = queue.size() == 1;
        var stream =
                switch (queue.getFirst().kind()) {
                    case PIPE, FIFO, TCP_RECEIVED, TCP_SENT, TERMINAL -> true;
                    case UNIX, MESSAGES -> false;
                };
        var parts =
                queue.getFirst().kind() == QueueKind.MESSAGES
                        ? Counted.of(queue.size(), "message") + ", "
                        : Counted.of(queue.size(), "packet") + ", ";
        return new QueueContent(
                name,
                (stream ? "" : parts) + (Counted.of(bytes, "byte")),
                queue.stream().map(QueueContent::digest).toList(),
                whole(queue));
    }

    /// From the first byte to the last; packets of other queues can lie between.
    private static Location whole(List<QueuedData> queue) {
        var first = queue.getFirst().at();
        return new Location(
                first.member(),
                new ByteRange(first.range().start(), queue.getLast().at().range().end()));
    }

    private static String digest(QueuedData data) {
        var content = data.content();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var at = 0L; at < content.size(); at += BLOCK) {
                digest.update(content.bytes(at, (int) Math.min(BLOCK, content.size() - at)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (EvidenceException e) {
            // What cannot be read is equal to nothing else.
            return e.at() + ": " + e.defect();
        }
    }
}
