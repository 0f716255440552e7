package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointCandidate;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One image as JSON, or its fields with their places.
@Command(
        name = "decode",
        description = {
            "Shows one image of CRIU as JSON, field for field what crit decode prints.",
            ""
        },
        footer = {
            "",
            "MEMBER is a path in the archive, or the last part of one if no other member ends in it.",
            "",
            "The JSON has magic and entries; raw bytes that follow a message are its extra, in base64. --pretty shows",
            "enumerations and flags by name, addresses in hexadecimal, devices and IP addresses in their usual form, and",
            "indents. Unlike crit 4.2, task states have their right names: 2 Dead, 3 Stopped, 6 Zombie. Fields that this",
            "release does not know are told as messages, with their place. Images that crit cannot decode (netlink dumps,",
            "rule sets, conntrack, archives of tmpfs, pages) follow the same style.",
            "",
            "--offsets shows a line for each field: its place (member and bytes: tag, length and value), the bytes of the",
            "value alone, its path, its type and its value as with --pretty.",
            "",
            "Of a damaged image everything up to the damage is shown. Of an image that is a remnant of an earlier dump,",
            "which inspect --acquisition lists, a message says so.",
            "",
            "Exit codes: 0 done; 1 done, but the image is damaged or has unknown fields; 2 wrong usage; 3 cannot be",
            "opened.",
            "",
            "Examples:",
            "  icecore decode --pretty after.tar pstree.img",
            "  icecore decode after.tar checkpoint/files.img | jq '.entries[].type'",
            "  icecore decode --offsets after.tar core-1.img",
            "  icecore decode --pretty inventory.img"
        })
final class DecodeCommand implements Callable<Integer> {

    private static final String WAY = ": ";
    private static final CheckpointId SEARCHED = new CheckpointId("searched");

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ARCHIVE",
            description = "A checkpoint archive or folder; or one image, without MEMBER.")
    private Path archive = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MEMBER",
            description =
                    "The image; one in an archive within as before.tar: checkpoint/pstree.img.")
    private String member = "";

    @Option(names = "--pretty", description = "Names and indentation, as crit decode --pretty.")
    private boolean pretty;

    @Option(names = "--offsets", description = "A line for each field, with the bytes it lies in.")
    private boolean offsets;

    @Mixin private LimitOption limit = new LimitOption();

    @Mixin private Help help = new Help();

    DecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.guarded(
                        () -> {
                            if (member.isEmpty()) {
                                return decodeAlone();
                            }
                            try (var watch = terminal.watch("opening " + archive);
                                    var opened = Archive.open(archive, limit.unpacking(), watch)) {
                                return decode(opened, member, watch);
                            }
                        })
                .number();
    }

    /// Decodes an image that is a file by itself.
    private ExitCode decodeAlone() throws EvidenceException, IOException {
        if (!Files.isDirectory(archive)) {
            try (var alone = Archive.ofFile(archive)) {
                var file = alone.members().getFirst();
                var image = Image.recognise(file.name(), alone.open(file));
                if (image.isPresent()) {
                    return decode(image.get());
                }
            }
        }
        terminal.complain(
                "%s is no image of CRIU: name the MEMBER of it to be decoded (icecore decode --help)"
                        .formatted(archive));
        return ExitCode.WRONG_USAGE;
    }

    /// Decodes the member; what lies in an archive within is called by the way to it, `before.tar: checkpoint/pstree.img`.
    private ExitCode decode(Archive opened, String wanted, Watch watch)
            throws EvidenceException, IOException {
        int way = wanted.indexOf(WAY);
        var outer = way < 0 ? Optional.<Member>empty() : opened.find(wanted.substring(0, way));
        if (outer.isPresent() && opened.find(wanted).isEmpty()) {
            try (var inner = opened.nested(outer.get(), watch)) {
                return decode(inner, wanted.substring(way + WAY.length()), watch);
            }
        }
        var names = named(opened, wanted);
        if (names.isEmpty() && way < 0) {
            return decodeWithin(opened, wanted, watch);
        }
        watch.clear();
        return names.size() == 1
                ? decode(opened, opened.find(names.getFirst()).orElseThrow(), watch)
                : refuse(opened, wanted, names);
    }

    /// Decodes an image of a checkpoint that lies in an archive within.
    private ExitCode decodeWithin(Archive opened, String wanted, Watch watch)
            throws EvidenceException, IOException {
        var found = new LinkedHashMap<String, CheckpointSource>();
        for (var source : checkpoints(watch)) {
            try (var checkpoint = Checkpoint.open(source, SEARCHED, watch)) {
                named(checkpoint.archive(), wanted)
                        .forEach(name -> found.putIfAbsent(name, source));
            }
        }
        watch.clear();
        if (found.size() != 1) {
            return refuse(opened, wanted, List.copyOf(found.keySet()));
        }
        var only = found.firstEntry();
        try (var checkpoint = Checkpoint.open(only.getValue(), SEARCHED, watch)) {
            watch.clear();
            var archive = checkpoint.archive();
            return decode(archive, archive.find(only.getKey()).orElseThrow(), watch);
        }
    }

    /// Nothing if the archive holds none, in which case it can be decoded from all the same.
    private List<CheckpointSource> checkpoints(Watch watch) {
        try {
            var source = CheckpointSource.of(archive).unpackedBy(limit.unpacking());
            return Checkpoint.all(source, watch).stream().map(CheckpointCandidate::source).toList();
        } catch (EvidenceException _) {
            return List.of();
        }
    }

    private ExitCode decode(Archive opened, Member found, Watch watch)
            throws EvidenceException, IOException {
        var image = Image.recognise(found.name(), opened.beginning(found));
        if (image.isEmpty()) {
            terminal.complain(
                    "%s is no image of CRIU, by its magic or its name".formatted(found.name()));
            return ExitCode.WRONG_USAGE;
        }
        var code = decode(image.get());
        tellRemnant(opened, found, watch);
        return code;
    }

    private ExitCode decode(Image image) throws IOException {
        try {
            return offsets ? places(image) : json(image);
        } catch (EvidenceException unreadable) {
            terminal.out().flush();
            terminal.complain(unreadable.getMessage());
            return ExitCode.INCOMPLETE;
        }
    }

    /// What it says is true of a process, but not of this checkpoint; what the image says stays as it is.
    private void tellRemnant(Archive opened, Member image, Watch watch) {
        boolean remnant = Checkpoint.isRemnant(opened, image, watch);
        watch.clear();
        if (remnant) {
            terminal.complain(
                    "%s is a remnant of an earlier dump into the same folder: the process tree lists no process that it is of"
                            .formatted(image.name()));
        }
    }

    private ExitCode json(Image image) throws EvidenceException, IOException {
        var output = new WatchedOutput(terminal.out(), terminal.interruption());
        var defects = image.writeJson(pretty, output);
        terminal.out().print('\n');
        return terminal.tell(defects, ExitCode.DONE);
    }

    private ExitCode places(Image image) throws EvidenceException {
        var defects = new FieldLines(terminal.out(), terminal.interruption()).print(image);
        return terminal.tell(defects, ExitCode.DONE);
    }

    /// The member of that name, or those that end in it.
    private static List<String> named(Archive opened, String wanted) {
        return opened.find(wanted).isPresent()
                ? List.of(wanted)
                : files(opened)
                        .filter(name -> name.endsWith("/" + wanted) || name.endsWith(WAY + wanted))
                        .toList();
    }

    private static Stream<String> files(Archive opened) {
        return opened.members().stream()
                .filter(one -> one.type() == Member.Type.FILE)
                .map(Member::name)
                .distinct();
    }

    /// Tells that there is none of that name, or that there are several. What is not found in an archive that is cut or
    /// damaged may have been lost with a part of it.
    private ExitCode refuse(Archive opened, String wanted, List<String> names) {
        if (!names.isEmpty()) {
            terminal.complain(
                    "%s is in %s more than once: %s"
                            .formatted(wanted, archive, Enumeration.of(names)));
            return ExitCode.WRONG_USAGE;
        }
        var absence = "%s is not in %s".formatted(wanted, archive);
        if (opened.loss() == Loss.NONE) {
            terminal.complain(absence + suggestion(wanted, files(opened).toList()));
            return ExitCode.WRONG_USAGE;
        }
        terminal.tell(opened.defects(), ExitCode.CANNOT_OPEN);
        terminal.complain(opened.loss().explain(absence));
        return ExitCode.CANNOT_OPEN;
    }

    private static String suggestion(String wanted, List<String> names) {
        return Spelling.suggestion(
                new MemberPath(wanted).last(),
                names.stream().map(name -> new MemberPath(name).last()).toList());
    }
}
