package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What checkpointctl answers about a checkpoint, Icecore answers too: each fact of its recorded `inspect --all` and `diff` is held
/// against ours, one by one. Where its answer is wrong or coarser, the test says how.
@DisplayName("Each answer of checkpointctl is among ours:")
class PeerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIFFERENCE =
            Pattern.compile("[│├└─ ]*\\[?([+=-]) PID (\\d+)\\]? +(.*)");

    @TempDir private Path folder;

    /// An archive and what the peer said of it.
    record Answered(Path archive, Path answer) {
        @Override
        public String toString() {
            return archive.getParent().getFileName() + "/" + archive.getFileName();
        }
    }

    /// A pair of archives and what the peer said of them.
    record Compared(Path before, Path after, Path answer) {
        @Override
        public String toString() {
            return String.valueOf(before.getParent().getFileName());
        }
    }

    static Stream<Answered> inspected() {
        return sets().flatMap(
                        set ->
                                Stream.of("before", "after")
                                        .map(
                                                state ->
                                                        new Answered(
                                                                archive(set, state),
                                                                set.resolve(
                                                                        "truth/checkpointctl/%s/inspect-all.json"
                                                                                .formatted(
                                                                                        state)))));
    }

    static Stream<Compared> compared() {
        return sets().map(
                        set ->
                                new Compared(
                                        archive(set, "before"),
                                        archive(set, "after"),
                                        set.resolve("truth/checkpointctl/diff.txt")));
    }

    /// The carried sets; with the whole of the evidence, each set whose answers were recorded.
    private static Stream<Path> sets() {
        var everything = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
        var root = everything.filter(Files::isDirectory).orElse(Session.EVIDENCE);
        try (var folders = Files.list(root)) {
            return folders
                    .filter(set -> Files.exists(set.resolve("truth/checkpointctl/diff.txt")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive(Path set, String state) {
        return Stream.of(".tar", ".tar.zst", ".tar.gz")
                .map(ending -> set.resolve(state + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "inspect --all of {0}")
    @MethodSource("inspected")
    void everyFactOfInspect(Answered answered) throws IOException {
        var text = Files.readString(answered.answer());
        var ours = answer("inspect", "--all", answered.archive().toString());
        if (!text.startsWith("[")) {
            // It failed, at an environment string without an equals sign; we have them all.
            assertTrue(ours.get("environment").get("rows").size() > 0);
            return;
        }
        var theirs = JSON.readTree(text).get(0);
        var facts = new Facts(ours);
        facts.same("Container", theirs.get("container_name").asString());
        facts.same("Image", theirs.get("image").asString());
        facts.same("Id", theirs.get("id").asString());
        facts.same("Runtime", theirs.get("runtime").asString());
        facts.same("Engine", theirs.get("engine").asString());
        // It cuts the fraction of the second.
        var created = theirs.get("created").asString().replace("Z", "");
        assertTrue(facts.value("Created").asString().startsWith(created), created);
        var sizes = theirs.get("checkpoint_size");
        facts.same("Checkpoint images", sizes.get("total_size").asLong());
        facts.same("Memory pages", sizes.get("memory_pages_size").asLong());
        if (sizes.has("root_fs_diff_size")) {
            facts.same("Root file system changes", sizes.get("root_fs_diff_size").asLong());
        }
        var statistics = theirs.get("statistics");
        facts.same("Freezing time", statistics.get("freezing_time").asLong());
        facts.same("Frozen time", statistics.get("frozen_time").asLong());
        facts.same("Memory dump time", statistics.get("memdump_time").asLong());
        facts.same("Memory write time", statistics.get("memwrite_time").asLong());
        facts.same("Pages scanned", statistics.get("pages_scanned").asLong());
        facts.same("Pages written", statistics.get("pages_written").asLong());
        theirs.get("metadata")
                .get("annotations")
                .properties()
                .forEach(entry -> facts.same(entry.getKey(), entry.getValue().asString()));

        tasks(theirs.get("process_tree"), 0, ours);
        for (var task : theirs.get("file_descriptors")) {
            for (var file : task.get("open_files")) {
                openFile(task.get("pid").asInt(), file, ours);
            }
        }
        for (var task : theirs.path("sockets")) {
            for (var socket : task.get("open_sockets")) {
                socket(task.get("pid").asInt(), socket, ours);
            }
        }
        for (var mount : theirs.get("mounts")) {
            row(
                    ours,
                    "ociMounts",
                    row ->
                            row.get("destination").equals(mount.get("destination"))
                                    && row.get("type").equals(mount.get("type"))
                                    && row.get("source").equals(mount.get("source")),
                    mount);
        }
        for (var network : theirs.path("networks")) {
            network.get("interfaces")
                    .properties()
                    .forEach(
                            entry ->
                                    row(
                                            ours,
                                            "interfaces",
                                            row ->
                                                    row.get("network").equals(network.get("name"))
                                                            && is(row, "name", entry.getKey())
                                                            && row.get("mac")
                                                                    .equals(
                                                                            entry.getValue()
                                                                                    .get("mac"))
                                                            && row.get("gateway")
                                                                    .equals(
                                                                            entry.getValue()
                                                                                    .get("gateway"))
                                                            && texts(row.get("addresses"))
                                                                    .contains(
                                                                            entry.getValue()
                                                                                    .get("ip")
                                                                                    .asString()),
                                            entry.getValue()));
        }
    }

    private static void tasks(JsonNode theirs, int parent, JsonNode ours) {
        var pid = theirs.get("pid").asInt();
        var task = row(ours, "tasks", row -> row.get("pid").asInt() == pid, theirs);
        assertEquals(parent, task.get("ppid").asInt());
        assertEquals(theirs.get("command"), task.get("comm"));
        assertEquals("Alive", theirs.get("task_state").asString());
        assertEquals("alive", task.get("state").asString());
        // It prints the arguments with blanks between them and one behind; ours are quoted as a
        // shell would need them.
        // It finds none at all where the pagemap is one of CRIU 4.1 or older.
        var commandLine = theirs.path("cmdline").asString("").strip();
        var ourCommandLine = task.get("commandLine").asString();
        if (commandLine.isEmpty()) {
            assertFalse(ourCommandLine.isBlank());
        } else {
            assertEquals(commandLine, ourCommandLine.replaceAll("'(.*)'", "$1").strip());
        }
        theirs.path("environment_variables")
                .properties()
                .forEach(
                        entry ->
                                row(
                                        ours,
                                        "environment",
                                        row ->
                                                row.get("pid").asInt() == pid
                                                        && is(row, "name", entry.getKey())
                                                        && row.get("value")
                                                                .equals(entry.getValue()),
                                        entry.getValue()));
        for (var child : theirs.path("children")) {
            tasks(child, pid, ours);
        }
    }

    private static void openFile(int pid, JsonNode file, JsonNode ours) {
        var path = file.get("path").asString();
        var fd = file.get("fd").asString();
        if (fd.equals("cwd") || fd.equals("root")) {
            row(ours, "places", row -> row.get("pid").asInt() == pid && is(row, fd, path), file);
            return;
        }
        var number = Integer.parseInt(fd.substring(fd.indexOf(' ') + 1));
        var ourRow =
                row(
                        ours,
                        "descriptors",
                        row -> row.get("pid").asInt() == pid && row.get("fd").asInt() == number,
                        file);
        var link = ourRow.get("link").asString();
        switch (file.get("type").asString()) {
            case "REG" -> assertEquals(path, link.replace(" (deleted)", ""));
            // It leaves the colon out which the kernel writes.
            case "PIPE" -> assertEquals(path.replace("pipe[", "pipe:["), link);
            // Of these it knows no more than the number by which CRIU calls them.
            default -> {
                assertEquals(path.substring(path.indexOf('.') + 1), ourRow.get("file").asString());
                assertFalse(ourRow.get("target").asString().isBlank());
            }
        }
    }

    private static void socket(int pid, JsonNode socket, JsonNode ours) {
        var data = socket.get("data");
        row(
                ours,
                "sockets",
                row ->
                        row.get("pid").asInt() == pid
                                && row.get("protocol")
                                        .asString()
                                        .equalsIgnoreCase(socket.get("protocol").asString())
                                && (!data.has("state")
                                        || row.get("state").equals(data.get("state")))
                                && (!data.has("src_port")
                                        || is(row, "source", endpoint(data, "src")))
                                && (!data.has("dst_port")
                                        || is(row, "destination", endpoint(data, "dst")))
                                && (!data.has("send_buf")
                                        || amount(row.get("sendBuffer").asLong())
                                                .equals(data.get("send_buf").asString()))
                                && (!data.has("recv_buf")
                                        || amount(row.get("receiveBuffer").asLong())
                                                .equals(data.get("recv_buf").asString())),
                socket);
    }

    private static String endpoint(JsonNode data, String end) {
        return data.get(end).asString() + ":" + data.get(end + "_port").asInt();
    }

    /// An amount of bytes as the peer rounds it.
    private static String amount(long bytes) {
        return bytes < 1024 * 1024
                ? "%.1f KB".formatted(bytes / 1024.0)
                : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }

    @ParameterizedTest(name = "diff of {0}")
    @MethodSource("compared")
    void everyTaskAndFileOfDiff(Compared compared) throws IOException {
        var lines = Files.readAllLines(compared.answer());
        var ours =
                answer(
                        "diff",
                        "--unchanged",
                        compared.before().toString(),
                        compared.after().toString());
        // Where it hung, its answer has no such line, and ours is there all the same.
        assertTrue(ours.get("tasks").get("rows").size() > 0);
        var missing = new ArrayList<String>();
        boolean files = false;
        for (var line : lines) {
            files |= line.contains("File Descriptor Changes");
            var match = DIFFERENCE.matcher(line);
            if (match.matches()) {
                var pid = Integer.parseInt(match.group(2));
                var fate =
                        switch (match.group(1)) {
                            case "+" -> "added";
                            case "-" -> "removed";
                            default -> "same or changed";
                        };
                var held = files ? holdsFile(ours, pid, match.group(3)) : hasTask(ours, pid, fate);
                if (!held) {
                    missing.add(line);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static boolean hasTask(JsonNode ours, int pid, String fate) {
        for (var row : ours.get("tasks").get("rows")) {
            var theirs = row.get("ref").asString().endsWith("/task/" + pid);
            var is = row.get("fate").asString();
            if (theirs
                    && (fate.equals(is)
                            || fate.equals("same or changed")
                                    && (is.equals("changed") || is.equals("unchanged")))) {
                return true;
            }
        }
        return false;
    }

    /// Whether some table of the answer has that file with that task.
    private static boolean holdsFile(JsonNode ours, int pid, String file) {
        var words = file.strip().split(" +", 2);
        var path = words.length == 2 ? words[1] : words[0];
        var wanted =
                path.matches("[A-Z]+\\.\\d+")
                        ? "\"file\":" + path.substring(path.indexOf('.') + 1) + ","
                        : "\"" + path.replace("pipe[", "pipe:[");
        return rows(ours)
                .anyMatch(
                        row -> row.path("pid").asInt(-1) == pid && row.toString().contains(wanted));
    }

    private static Stream<JsonNode> rows(JsonNode node) {
        return node.isContainer()
                ? Stream.concat(
                        node.isObject() && node.has("pid") ? Stream.of(node) : Stream.empty(),
                        node.values().stream().flatMap(PeerTest::rows))
                : Stream.empty();
    }

    private JsonNode answer(String command, String option, String... archives) {
        var arguments =
                Stream.concat(Stream.of(command, option, "--format", "json"), Stream.of(archives))
                        .toArray(String[]::new);
        var outcome = Session.of(folder).run(arguments);
        assertEquals("", outcome.err());
        return JSON.readTree(outcome.out());
    }

    private static JsonNode row(
            JsonNode ours, String table, Predicate<JsonNode> wanted, JsonNode theirs) {
        for (var row : ours.get(table).get("rows")) {
            if (wanted.test(row)) {
                return row;
            }
        }
        throw new AssertionError("not among our %s: %s".formatted(table, theirs));
    }

    private static boolean is(JsonNode row, String key, String value) {
        return row.get(key).isString() && row.get(key).asString().equals(value);
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).collect(Collectors.toList());
    }

    /// The facts of our overview by their names.
    private record Facts(JsonNode ours) {

        void same(String fact, String value) {
            assertEquals(value, value(fact).asString(), fact);
        }

        void same(String fact, long value) {
            assertEquals(value, value(fact).asLong(), fact);
        }

        JsonNode value(String fact) {
            for (var row : ours.get("overview").get("rows")) {
                if (row.get("fact").asString().equals(fact)) {
                    return row.get("value");
                }
            }
            throw new AssertionError("no fact '%s' in our overview".formatted(fact));
        }
    }
}
