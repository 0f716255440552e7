package org.icecore.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.evidence.Unpacking;
import org.icecore.fixtures.DumpBuilder;
import org.icecore.fixtures.Everything;

/// Reads bytes as what engines write beside the images, in each layout that has such files.
///
/// An input: the layout, then any number of files, each by its number in the layout, its length, and its content.
final class EngineTarget implements Target {

    private static final long HERE = 0x7f0000000000L;
    private static final long LIMIT = 16 << 20;

    private final Scratch scratch;
    private final List<EngineLayout> layouts;

    EngineTarget(Scratch scratch) {
        this.scratch = scratch;
        this.layouts = EngineLayout.all();
        for (var layout : layouts) {
            try {
                for (var images : layout.imageDirectories()) {
                    dump(scratch.within(layout.name()).within(images));
                }
                for (var file : layout.files().entrySet()) {
                    scratch.write(layout.name() + "/" + file.getKey(), file.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void dump(Scratch images) {
        new DumpBuilder(images.folder())
                .task(1, 0, "task")
                .stringArea(1, HERE, DumpBuilder.area("sh|-c|true|PATH=/bin|"), HERE + 11);
    }

    @Override
    public void run(byte[] input) throws IOException {
        var parts = new Input(input);
        var layout = layouts.get(parts.u8() % layouts.size());
        var names = List.copyOf(layout.files().sequencedKeySet());
        var changed = new LinkedHashMap<String, byte[]>();
        while (!parts.ended()) {
            var name = names.get(parts.u8() % names.size());
            changed.put(name, parts.part(parts.u16()));
        }
        for (var file : changed.entrySet()) {
            scratch.write(layout.name() + "/" + file.getKey(), file.getValue());
        }
        try {
            open(layout);
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        } finally {
            for (var name : changed.keySet()) {
                scratch.write(layout.name() + "/" + name, layout.files().get(name));
            }
        }
    }

    private void open(EngineLayout layout) throws IOException, EvidenceException {
        var source =
                CheckpointSource.of(scratch.folder().resolve(layout.name()))
                        .unpackedBy(new Unpacking(scratch.folder(), LIMIT));
        var candidates = Checkpoint.all(source, Progress.unwatched());
        for (var candidate : candidates) {
            try (var checkpoint =
                    Checkpoint.open(
                            candidate.source(), new CheckpointId("x"), Progress.unwatched())) {
                CheckpointPromises.check(checkpoint);
                Everything.of(checkpoint);
            } catch (EvidenceException refusal) {
                Promise.located(refusal);
            }
        }
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        for (int number = 0; number < layouts.size(); number++) {
            var files = layouts.get(number).files();
            seeds.put(layouts.get(number).name(), new byte[] {(byte) number});
            int at = 0;
            for (var file : files.entrySet()) {
                seeds.put(
                        layouts.get(number).name() + "-" + file.getKey(),
                        input(number, at++, file.getValue()));
            }
        }
        var podman = List.copyOf(layouts.getFirst().files().sequencedKeySet());
        for (var member : Evidence.members(Family.ENGINE.longest()).entrySet()) {
            int at = podman.indexOf(Evidence.fileName(member.getKey()));
            if (at >= 0) {
                seeds.put(member.getKey(), input(0, at, member.getValue()));
            }
        }
        return seeds;
    }

    private static byte[] input(int layout, int file, byte[] content) {
        return Bytes.joined(
                new byte[] {(byte) layout, (byte) file}, Bytes.number(2, content.length), content);
    }
}
