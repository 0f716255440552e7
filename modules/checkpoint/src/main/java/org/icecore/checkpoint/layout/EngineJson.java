package org.icecore.checkpoint.layout;

import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON that engines write, within bounds that hostile text cannot pass.
///
/// @param source a whole member
public record EngineJson(ByteSource source) {

    /// Far above what engines write (tens of kilobytes), far below what would hurt.
    private static final long MOST_BYTES = 16L << 20;

    /// Each token may take some eighty bytes of heap.
    private static final long MOST_TOKENS = 500_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
                    .build();
    private static final JsonMapper LENIENT = JsonMapper.builder(FACTORY).build();
    private static final JsonMapper STRICT =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    /// What a reader of tokens does.
    public interface Tokens {
        void read(JsonParser parser) throws EvidenceException;
    }

    /// The whole as a tree. Of a key that an object holds twice the last value is taken, as the engines would, with a
    /// defect.
    public JsonNode tree(Consumer<Defect> defects) throws EvidenceException {
        var bytes = bytes();
        try {
            return STRICT.readTree(bytes);
        } catch (JacksonException strict) {
            try {
                var tree = LENIENT.readTree(bytes);
                defects.accept(
                        new Defect(
                                whole(),
                                "an object holds a key twice, of which the last counts: "
                                        + strict.getOriginalMessage()));
                return tree;
            } catch (JacksonException e) {
                throw located(e);
            }
        }
    }

    /// Token by token, for lists of any length.
    public void tokens(Tokens tokens) throws EvidenceException {
        try (var parser = LENIENT.createParser(bytes())) {
            tokens.read(parser);
        } catch (JacksonException e) {
            throw located(e);
        }
    }

    private byte[] bytes() throws EvidenceException {
        if (source.size() > MOST_BYTES) {
            throw new EvidenceException(
                    whole(),
                    "%d bytes of JSON are more than any engine writes; not read"
                            .formatted(source.size()));
        }
        return source.bytes(0, Math.toIntExact(source.size()));
    }

    /// All of the member.
    public Location whole() {
        return source.locate(new ByteRange(0, source.size()));
    }

    /// Where the token lies that `parser` read last; the whole member where its encoding does not let bytes be counted.
    public Location at(JsonParser parser) {
        long start = parser.currentTokenLocation().getByteOffset();
        long end = parser.currentLocation().getByteOffset();
        return start < 0 || end < start || end > source.size()
                ? whole()
                : source.locate(new ByteRange(start, end));
    }

    private EvidenceException located(JacksonException e) {
        var offset =
                Optional.ofNullable(e.getLocation())
                        .map(place -> Math.clamp(place.getByteOffset(), 0, source.size()))
                        .orElse(0L);
        return new EvidenceException(
                source.locate(new ByteRange(offset, source.size())),
                "not JSON that can be read: " + e.getOriginalMessage(),
                e);
    }
}
