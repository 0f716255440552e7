package org.icecore.checkpoint.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// What an engine wrote of a container beside the images, by the names that an export gives it.
///
/// @param directory in which they lie, as the names of its members begin
/// @param elsewhere members that stand for some of them, by the name in an export
/// @param annotations of the image or index that the checkpoint came in
/// @param parts of the image that the checkpoint came in, by the names of their members: what each is for
public record Documents(
        String directory,
        Map<String, String> elsewhere,
        SequencedMap<String, String> annotations,
        SequencedMap<String, String> parts) {

    /// The engine's configuration of the container.
    public static final String CONFIG = "config.dump";

    /// The OCI runtime specification.
    public static final String SPECIFICATION = "spec.dump";

    /// Addresses of the container.
    public static final String NETWORK = "network.status";

    /// What was added to or changed in the root file system.
    public static final String ROOTFS_DIFF = "rootfs-diff.tar";

    /// What was deleted from it.
    public static final String DELETED_FILES = "deleted.files";

    /// Where the standard streams led, by an OCI runtime; it lies among the images.
    public static final String DESCRIPTORS = "descriptors.json";

    /// What CRIU counted.
    public static final String STATISTICS = "stats-dump";

    public Documents {
        elsewhere = Map.copyOf(elsewhere);
        annotations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(annotations));
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }

    /// Those of a directory, all under their own names.
    public static Documents in(String directory) {
        return new Documents(directory, Map.of(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// The document of that name; empty if there is none.
    ///
    /// @throws EvidenceException if there is one that cannot be read, or something else in its place
    public Optional<ByteSource> open(Archive archive, String name) throws EvidenceException {
        var member = member(archive, name);
        if (member.isEmpty()) {
            var instead = instead(archive, name);
            if (instead.isPresent()) {
                throw instead.get();
            }
            return Optional.empty();
        }
        var source = archive.open(member.get());
        return Optional.of(
                name.equals(SPECIFICATION) && elsewhere.containsKey(name)
                        ? AnyMessage.within(source)
                        : source);
    }

    /// The member that is the document of that name, or stands for it.
    public Optional<Member> member(Archive archive, String name) {
        var other = elsewhere.get(name);
        return archive.find(other == null ? directory + name : other)
                .filter(member -> member.type() == Member.Type.FILE);
    }

    /// That something else than a file stands in the place of the document of that name: a link, which could lead to any
    /// file of whoever unpacks it, a folder or a device. Empty if nothing does.
    public Optional<EvidenceException> instead(Archive archive, String name) {
        return archive.find(elsewhere.getOrDefault(name, directory + name))
                .filter(member -> member.type() != Member.Type.FILE)
                .map(
                        member ->
                                new EvidenceException(
                                        Location.of(member.name(), 0, 0),
                                        "is no file but %s".formatted(kind(member))));
    }

    private static String kind(Member member) {
        return switch (member.type()) {
            case SYMBOLIC_LINK ->
                    "a symbolic link to %s, which is not followed".formatted(member.linkTarget());
            case HARD_LINK ->
                    "a hard link to %s, which is not followed".formatted(member.linkTarget());
            case FIFO -> "a FIFO, which is not read";
            case DIRECTORY -> "a folder";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device, which is not read";
            case FILE, OTHER -> "something else, which is not read";
        };
    }
}
