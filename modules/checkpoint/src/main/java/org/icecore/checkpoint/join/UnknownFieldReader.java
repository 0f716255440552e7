package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.checkpoint.container.UnknownField;
import org.icecore.checkpoint.container.UnknownFields;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// Looks through an image for what the schema does not describe; holds one message at a time.
public final class UnknownFieldReader {

    /// A new release of CRIU adds some; a hostile image may hold any number of different ones.
    private static final int MOST = 1000;

    private record Key(String message, int number, String form) {}

    private final ByteSource source;
    private final Progress progress;
    private final SequencedMap<Key, UnknownField> fields = new LinkedHashMap<>();
    private final List<Defect> gaps = new ArrayList<>();
    private boolean full;

    private UnknownFieldReader(ByteSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /// What `member` holds; nothing if it is not an image with messages.
    ///
    /// @param progress told of the bytes that were read
    /// @throws EvidenceException if the member cannot be opened
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static UnknownFields read(Archive archive, Member member, Progress progress)
            throws EvidenceException {
        var name =
                member.type() == Member.Type.FILE
                        ? ImageName.of(new MemberPath(member.name()).last())
                                .filter(image -> !image.kind().raw())
                        : java.util.Optional.<ImageName>empty();
        if (name.isEmpty()) {
            return new UnknownFields(List.of(), List.of());
        }
        var reader = new UnknownFieldReader(archive.beginning(member), progress);
        var image = ImageFile.visit(reader.source, name.get(), reader::entry);
        var gaps = new ArrayList<>(reader.gaps);
        gaps.addAll(image.defects());
        return new UnknownFields(List.copyOf(reader.fields.values()), gaps);
    }

    private void entry(ImageEntry entry) throws EvidenceException {
        progress.advance(entry.range().start(), source.size());
        org.icecore.criu.UnknownField.find(source, entry, this::found);
    }

    private void found(org.icecore.criu.UnknownField field) {
        var key = new Key(field.message(), field.number(), field.form().label());
        if (fields.size() == MOST && !fields.containsKey(key)) {
            if (!full) {
                gaps.add(
                        new Defect(
                                source.locate(new ByteRange(0, source.size())),
                                "more than %d different unknown fields; the others are not listed"
                                        .formatted(MOST)));
            }
            full = true;
            return;
        }
        var length = field.at().range().length();
        fields.compute(key, (_, known) -> known == null ? first(field) : known.and(length));
    }

    private static UnknownField first(org.icecore.criu.UnknownField field) {
        return new UnknownField(
                field.message(),
                field.number(),
                field.name(),
                field.form().label(),
                1,
                field.at().range().length(),
                field.value(),
                field.at());
    }
}
