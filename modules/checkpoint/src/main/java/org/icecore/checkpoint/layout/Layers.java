package org.icecore.checkpoint.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// The layers of one image as whoever runs it sees them: a later layer replaces and deletes what lies in those before it.
///
/// Only for finding out what is there: what is found is read in the layer that it lies in. Closing it closes nothing.
///
/// Source of whiteouts: OCI image specification 1.1, layer.md.
final class Layers implements Archive {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final Archive first;
    private final TreeMap<String, Member> members = new TreeMap<>();
    private final Map<Member, Archive> archives = new IdentityHashMap<>();
    private final Map<Member, String> ways = new IdentityHashMap<>();

    /// @param layers by what the names of their members begin with in the whole, the lowest first; not empty
    Layers(SequencedMap<String, Archive> layers) {
        first = layers.firstEntry().getValue();
        layers.forEach(this::add);
    }

    private void add(String way, Archive layer) {
        for (var member : layer.members()) {
            var name = bare(member.name());
            int end = name.lastIndexOf('/') + 1;
            if (name.startsWith(OPAQUE, end)) {
                delete(name.substring(0, end));
            } else if (name.startsWith(WHITEOUT, end)) {
                var deleted = name.substring(0, end) + name.substring(end + WHITEOUT.length());
                members.remove(deleted);
                delete(deleted + "/");
            }
        }
        for (var member : layer.members()) {
            if (!member.name().startsWith(WHITEOUT, member.name().lastIndexOf('/') + 1)) {
                members.put(bare(member.name()), member);
                archives.put(member, layer);
                ways.put(member, way);
            }
        }
    }

    /// As whoever runs the image sees it, whether it is written with a leading `/`, `./` or nothing.
    private static String bare(String name) {
        var plain = name;
        while (plain.startsWith("./") || plain.startsWith("/")) {
            plain = plain.substring(plain.indexOf('/') + 1);
        }
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private void delete(String directory) {
        members.subMap(directory, directory + Character.MAX_VALUE).clear();
    }

    /// What the name of a member begins with in the whole.
    String way(Member member) {
        return ways.getOrDefault(member, "");
    }

    /// Those in which the images of a directory lie, the one with the process tree or the inventory first.
    Set<String> ofImages(String directory) {
        var found = new LinkedHashSet<String>();
        for (var telling : List.of("pstree.img", "inventory.img")) {
            find(directory + telling).ifPresent(member -> found.add(way(member)));
        }
        members.subMap(directory, directory + Character.MAX_VALUE)
                .forEach(
                        (name, member) -> {
                            if (ImageName.of(name.substring(directory.length())).isPresent()) {
                                found.add(way(member));
                            }
                        });
        return found;
    }

    /// The images of a directory that a later layer replaces or deletes, as their names are in the whole.
    List<String> hidden(String directory) {
        var hidden = new ArrayList<String>();
        archives.forEach(
                (member, _) -> {
                    var name = bare(member.name());
                    if (member.type() == Member.Type.FILE
                            && name.startsWith(directory)
                            && ImageName.of(name.substring(directory.length())).isPresent()
                            && members.get(name) != member) {
                        hidden.add(way(member) + member.name());
                    }
                });
        hidden.sort(Comparator.naturalOrder());
        return hidden;
    }

    /// The files of a directory, by their names in it.
    SequencedMap<String, Member> files(String directory) {
        var files = new TreeMap<String, Member>();
        members.subMap(directory, directory + Character.MAX_VALUE)
                .forEach(
                        (name, member) -> {
                            if (member.type() == Member.Type.FILE
                                    && name.indexOf('/', directory.length()) < 0) {
                                files.put(name.substring(directory.length()), member);
                            }
                        });
        return files;
    }

    @Override
    public Path path() {
        return first.path();
    }

    @Override
    public Packing packing() {
        return first.packing();
    }

    @Override
    public long size() {
        return first.size();
    }

    @Override
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    @Override
    public Optional<Member> find(String name) {
        return Optional.ofNullable(members.get(bare(name)));
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        return archives.getOrDefault(member, first).open(member);
    }

    @Override
    public ByteSource beginning(Member member) throws EvidenceException {
        return archives.getOrDefault(member, first).beginning(member);
    }

    @Override
    public Archive nested(Member member, Progress progress) throws EvidenceException {
        return archives.getOrDefault(member, first).nested(member, progress);
    }

    @Override
    public List<Defect> defects() {
        return List.of();
    }

    @Override
    public List<Archive> further() {
        return first.further();
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return first.sha256(progress);
    }

    @Override
    public void close() {
        // The layers are closed by whoever opened them.
    }
}
