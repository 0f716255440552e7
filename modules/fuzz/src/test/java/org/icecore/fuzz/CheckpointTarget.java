package org.icecore.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageName;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.Everything;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.fixtures.Mutation;

/// Opens a whole real checkpoint some of whose members were changed, asks all questions, and compares it with itself as it
/// was.
///
/// An input is a list of changes: the number of a member, what is done to it, and with what.
final class CheckpointTarget implements Target {

    private static final int MOST_CHANGES = 8;
    private static final int CHANGE_KINDS = 8;

    private final Scratch scratch;
    private final Checkpoint original;
    private final SequencedMap<String, byte[]> files;
    private final List<String> names;

    CheckpointTarget(Scratch scratch) {
        this.scratch = scratch;
        try {
            original = EvidenceSet.find("podman-counter").orElseThrow().open("after");
            files = Evidence.members(original, Integer.MAX_VALUE);
            names = List.copyOf(files.sequencedKeySet());
            for (var file : files.entrySet()) {
                scratch.write("dump/" + file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EvidenceException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run(byte[] input) throws IOException {
        var changed = new LinkedHashMap<String, byte[]>();
        var removed = new ArrayList<String>();
        var parts = new Input(input);
        for (int i = 0; i < MOST_CHANGES && !parts.ended(); i++) {
            change(parts, changed, removed);
        }
        try {
            for (var file : changed.entrySet()) {
                scratch.write("dump/" + file.getKey(), file.getValue());
            }
            for (var name : removed) {
                Files.deleteIfExists(scratch.folder().resolve("dump").resolve(name));
            }
            open();
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        } finally {
            removed.addAll(changed.keySet());
            for (var name : removed) {
                scratch.write("dump/" + name, files.get(name));
            }
        }
    }

    private void open() throws IOException, EvidenceException {
        try (var changed =
                Checkpoint.open(
                        scratch.folder().resolve("dump"),
                        new CheckpointId("changed"),
                        Progress.unwatched())) {
            CheckpointPromises.check(changed);
            Everything.of(changed);
            Everything.of(original, changed);
        }
    }

    private void change(Input parts, SequencedMap<String, byte[]> changed, List<String> removed) {
        var name = names.get(parts.u8() % names.size());
        var content = changed.getOrDefault(name, files.get(name));
        int kind = parts.u8() % CHANGE_KINDS;
        if (kind == 0) {
            removed.add(name);
            return;
        }
        int at = content.length == 0 ? 0 : parts.u24() % content.length;
        changed.put(name, changed(kind, name, content, at, parts));
    }

    private byte[] changed(int kind, String name, byte[] content, int at, Input parts) {
        var head = Arrays.copyOf(content, at);
        return switch (kind) {
            case 1 -> head;
            case 2 -> {
                var over = parts.part(parts.u8());
                yield Bytes.joined(head, over, tail(content, at + over.length));
            }
            case 3 -> Bytes.joined(head, parts.part(parts.u8()), tail(content, at));
            case 4 -> Bytes.joined(head, tail(content, at + parts.u8()));
            case 5 -> files.get(names.get(parts.u8() % names.size()));
            default -> message(name, content, parts.u24());
        };
    }

    private static byte[] tail(byte[] content, int from) {
        return Arrays.copyOfRange(content, Math.min(from, content.length), content.length);
    }

    /// Fields of a message take other values while the frame stays whole; of what is no image, bytes do.
    private static byte[] message(String name, byte[] content, int seed) {
        var mutation = new Mutation(new Random(seed));
        var image = ImageName.of(Evidence.fileName(name)).filter(known -> !known.kind().raw());
        return image.isEmpty()
                ? mutation.bytes(content)
                : mutation.message(
                        content,
                        ImageFile.read(
                                ByteSource.of(Evidence.fileName(name), content), image.get()));
    }

    @Override
    public SequencedMap<String, byte[]> seeds() {
        var seeds = new LinkedHashMap<String, byte[]>();
        seeds.put("unchanged", new byte[0]);
        for (int member = 0; member < names.size(); member++) {
            if (files.get(names.get(member)).length > 0) {
                seeds.put(
                        "fields-" + member,
                        new byte[] {(byte) member, 7, 0, 0, 0, (byte) member, 1, 0});
            }
        }
        // The fuzzer makes no input longer than the longest it knows.
        for (int kind = 1; kind < CHANGE_KINDS; kind++) {
            var changes = new byte[Family.CHECKPOINT.longest()];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = (byte) (i % 5 == 1 ? kind : i * 37);
            }
            seeds.put("several-" + kind, changes);
        }
        return seeds;
    }
}
