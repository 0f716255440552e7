package org.icecore.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.icecore.evidence.Unpacking;

/// Opens bytes as an archive, lists it, reads every member, and opens what is nested in it.
///
/// The first byte says what is done to the bytes before ([Wrapping]).
final class ArchiveTarget implements Target {

    private static final long LIMIT = 16 << 20;
    private static final int MOST_READ = 1 << 20;
    private static final int MOST_MEMBERS_READ = 200;

    private final Scratch scratch;

    ArchiveTarget(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public void run(byte[] input) throws IOException {
        var parts = new Input(input);
        var wrapping = Wrapping.values()[parts.u8() % Wrapping.values().length];
        var file = scratch.write("evidence", wrapping.wrap(parts.rest()));
        var unpacking = new Unpacking(scratch.folder(), LIMIT);
        try (var archive = Archive.open(file, unpacking, Progress.unwatched())) {
            Promise.that(
                    archive.path().equals(file),
                    () -> "another file was opened: " + archive.path());
            look(archive, 0);
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private void look(Archive archive, int depth) throws EvidenceException {
        boolean plain = archive.packing() == Archive.Packing.TAR && depth == 0;
        archive.loss().explain("nothing");
        for (var defect : archive.defects()) {
            Promise.that(!defect.text().isBlank(), () -> "no word on what is wrong");
            if (plain) {
                Promise.within(defect.at().range(), archive.size(), defect.toString());
            }
        }
        int read = 0;
        for (var member : archive.members()) {
            if (plain) {
                Promise.within(member.header(), archive.size(), "header of " + member.name());
            }
            var last = archive.find(member.name()).orElseThrow();
            Promise.that(
                    path(last.name()).equals(path(member.name())),
                    () -> member.name() + " is " + last.name());
            Promise.that(
                    member.size() >= 0 && (member.type() == Member.Type.FILE || member.size() == 0),
                    () -> "size of " + member);
            if (member.type() == Member.Type.FILE && read++ < MOST_MEMBERS_READ) {
                open(archive, member, depth);
            }
        }
    }

    /// Names that differ in these lead to one place: `./a` and `a//` to `a`.
    private static String path(String name) {
        return name.replaceFirst("^(?:\\./)+(?=.)", "").replaceFirst("(?<=.)/+$", "");
    }

    private void open(Archive archive, Member member, int depth) throws EvidenceException {
        ByteSource content;
        try {
            content = archive.open(member);
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
            return;
        }
        Promise.that(
                content.size() == member.size(),
                () -> "%s opens with %d bytes".formatted(member, content.size()));
        try {
            read(content);
            if (Archive.isArchive(content)) {
                try (var nested = archive.nested(member, Progress.unwatched())) {
                    look(nested, depth + 1);
                }
            }
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private static void read(ByteSource content) throws EvidenceException {
        long size = content.size();
        content.locate(new ByteRange(size / 2, size));
        int length = (int) Math.min(size, MOST_READ);
        var first = content.bytes(0, length);
        var again = content.bytes(length / 2, length - length / 2);
        for (int i = 0; i < again.length; i++) {
            int at = i;
            Promise.that(
                    again[i] == first[length / 2 + i],
                    () -> "byte %d differs when it is read again".formatted(length / 2 + at));
        }
        content.bytes(size - length, length);
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var plain = new LinkedHashMap<String, byte[]>();
        plain.put("tar", SeedTars.everything());
        plain.put("sparse", SeedTars.sparse());
        plain.put("nested", Wrapping.tarred("outer.tar", Wrapping.GZIP.wrap(SeedTars.small())));
        plain.put("small", SeedTars.small());
        plain.put("empty", new byte[1024]);
        var seeds = new LinkedHashMap<String, byte[]>();
        for (var content : plain.entrySet()) {
            for (var wrapping : Wrapping.values()) {
                seeds.put(
                        content.getKey() + "-" + wrapping.name().toLowerCase(java.util.Locale.ROOT),
                        headed(wrapping, content.getValue()));
                // The packed bytes as they are, to be damaged themselves.
                seeds.put(
                        content.getKey() + "-in-" + wrapping.ordinal(),
                        headed(Wrapping.NONE, wrapping.wrap(content.getValue())));
            }
        }
        var two = Zstd.compress(SeedTars.small());
        seeds.put("zstd-frames", headed(Wrapping.NONE, Bytes.joined(skippable(), two)));
        seeds.put("no-archive", headed(Wrapping.NONE, "text".getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }

    private static byte[] skippable() {
        return new byte[] {0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'h', 'i'};
    }

    private static byte[] headed(Wrapping wrapping, byte[] bytes) {
        return Bytes.joined(new byte[] {(byte) wrapping.ordinal()}, bytes);
    }
}
