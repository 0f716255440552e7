package org.icecore.fuzz;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.fixtures.EvidenceSet;

/// Members of real checkpoints, for targets to begin with.
final class Evidence {

    private static final List<List<String>> SETS =
            List.of(
                    List.of("podman-counter", "after"),
                    List.of("podman-criu411", "after"),
                    List.of("incident", "after"),
                    List.of("podman-web", "after"),
                    List.of("criu-raw", "zoo-A"),
                    List.of("criu-raw", "shell-job"),
                    List.of("criu-raw", "iter/3"),
                    List.of("runc-raw", "after"));

    private Evidence() {}

    /// The members of at most `longest` bytes of all checkpoints that are here; by set and name.
    static SequencedMap<String, byte[]> members(int longest) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        for (var place : SETS) {
            var set = EvidenceSet.find(place.get(0));
            if (set.isPresent()) {
                try (var checkpoint = set.get().open(place.get(1))) {
                    members(checkpoint, longest)
                            .forEach(
                                    (name, content) ->
                                            members.put(place.get(0) + "/" + name, content));
                } catch (EvidenceException e) {
                    throw new IOException(e);
                }
            }
        }
        return members;
    }

    /// The files of at most `longest` bytes of a checkpoint.
    static SequencedMap<String, byte[]> members(Checkpoint checkpoint, int longest)
            throws EvidenceException {
        var members = new LinkedHashMap<String, byte[]>();
        for (var member : checkpoint.archive().members()) {
            if (member.type() == Member.Type.FILE && member.size() <= longest) {
                var source = checkpoint.archive().open(member);
                members.put(member.name(), source.bytes(0, Math.toIntExact(source.size())));
            }
        }
        return members;
    }

    /// The last part of a name.
    static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
