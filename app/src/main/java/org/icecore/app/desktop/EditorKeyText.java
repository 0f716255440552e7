package org.icecore.app.desktop;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.guide.GuideKey;

/// The keys of editors as lines of the preferences: a word, and what it needs, each with spaces and the like escaped.
final class EditorKeyText {
    private EditorKeyText() {}

    /// The line of a key; empty for an editor that is not remembered.
    static Optional<String> write(Object key) {
        return switch (key) {
            case CheckpointId id -> line("overview", id.value());
            case MemoryKey(var id, var pid, var address) ->
                    line("memory", id.value(), pid.toString(), Long.toHexString(address.value()));
            case MemberKey(var id, var member) -> line("member", id.value(), member);
            case MemberBytesKey(var id, var member) -> line("bytes", id.value(), member);
            case CompareOverviewKey _ -> line("comparison");
            case MemoryCompareKey(var pid) -> line("compared-memory", pid.toString());
            case GuideKey(var page, _) -> line("guide", page);
            default -> Optional.empty();
        };
    }

    /// The key of a line; empty if the line is not one of ours.
    static Optional<Object> read(String line) {
        try {
            return key(Stream.of(line.split(" ", -1)).map(EditorKeyText::decoded).toList());
        } catch (IllegalArgumentException _) {
            // The file can be edited by hand; what is no key opens nothing.
            return Optional.empty();
        }
    }

    private static Optional<Object> key(List<String> words) {
        var shape = words.getFirst() + "/" + words.size();
        return switch (shape) {
            case "overview/2" -> Optional.of(new CheckpointId(words.get(1)));
            case "memory/4" ->
                    Optional.of(
                            new MemoryKey(
                                    new CheckpointId(words.get(1)),
                                    Pid.parse(words.get(2)),
                                    new VirtualAddress(Long.parseUnsignedLong(words.get(3), 16))));
            case "member/3" ->
                    Optional.of(new MemberKey(new CheckpointId(words.get(1)), words.get(2)));
            case "bytes/3" ->
                    Optional.of(new MemberBytesKey(new CheckpointId(words.get(1)), words.get(2)));
            case "comparison/1" -> Optional.of(new CompareOverviewKey());
            case "compared-memory/2" -> Optional.of(new MemoryCompareKey(Pid.parse(words.get(1))));
            case "guide/2" ->
                    Stream.of(Guides.GUIDE, Guides.SAMPLE)
                            .filter(guide -> guide.page().equals(words.get(1)))
                            .<Object>map(guide -> guide)
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> line(String word, String... needs) {
        return Optional.of(
                Stream.concat(Stream.of(word), Stream.of(needs).map(EditorKeyText::encoded))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(word));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
