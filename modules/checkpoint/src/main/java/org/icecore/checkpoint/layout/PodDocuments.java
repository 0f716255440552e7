package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// Where the documents of a pod lie around the checkpoint of one of its containers: in the folder or archive that it lies
/// in, or further out.
///
/// Sources: checkpointctl `lib/metadata.go` (`pod.options`, `pod.dump`, and the earlier `checkpointed.pods`); the pod
/// checkpoints of CRI-O (pull request 10313) and containerd (13822) after KEP-5823 (`checkpoint-manifest.json`,
/// `pod-config.json`).
///
/// @param archive with the container's checkpoint
/// @param directory of the container's documents, as the names of its members begin
public record PodDocuments(Archive archive, String directory) {

    /// The containers of the pod, and how it was taken.
    public static final String OPTIONS = "pod.options";

    /// The configuration of the sandbox as the kubelet gave it.
    public static final String DUMP = "pod.dump";

    /// As [#OPTIONS], by engines of 2026.
    public static final String MANIFEST = "checkpoint-manifest.json";

    /// As [#DUMP], by engines of 2026.
    public static final String CONFIGURATION = "pod-config.json";

    /// All pods that a kubelet checkpointed at once.
    public static final String PODS = "checkpointed.pods";

    private static final List<String> OF_ONE = List.of(OPTIONS, DUMP, MANIFEST, CONFIGURATION);
    private static final int MOST_STEPS = 24;

    /// A document that was found.
    ///
    /// @param top the directory that it lies in, which is what the places in it are relative to
    /// @param name which of them it is
    public record Document(String top, String name, Member member) {}

    /// Those of the pod, the nearest; then the list of all pods.
    public List<Document> find() {
        var found = new ArrayList<Document>();
        for (var top : tops()) {
            if (found.isEmpty()) {
                OF_ONE.forEach(name -> in(top, name).ifPresent(found::add));
            }
            var pods = in(top, PODS);
            if (pods.isPresent()) {
                found.add(pods.get());
                return found;
            }
        }
        return found;
    }

    private Optional<Document> in(String top, String name) {
        return archive.find(top + name)
                .filter(member -> member.type() == Member.Type.FILE)
                .map(member -> new Document(top, name, member));
    }

    /// The directory itself and those that it lies in, the nearest first.
    private List<String> tops() {
        var tops = new ArrayList<String>();
        var at = directory;
        tops.add(at);
        while (!at.isEmpty() && tops.size() < MOST_STEPS) {
            at = new MemberPath(at).parent();
            tops.add(at);
        }
        return tops;
    }
}
