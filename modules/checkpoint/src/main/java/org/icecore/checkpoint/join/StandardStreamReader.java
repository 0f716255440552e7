package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.dump.StandardStream;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `descriptors.json`, which runc (`libcontainer/criu_linux.go`) and crun (`src/libcrun/criu.c`) write: a list of what
/// the first descriptors of the first task led to.
record StandardStreamReader(Archive archive, Arrangement arrangement) {

    /// Runtimes write three.
    private static final int MOST = 1_000;

    /// What is wrong with it.
    void tell(Consumer<Defect> defects) {
        if (read() instanceof Observed.Malformed<List<StandardStream>>(var at, var defect)) {
            defects.accept(new Defect(at, defect));
        }
    }

    Observed<List<StandardStream>> read() {
        if (!arrangement.hasImages()) {
            return Observed.notCaptured(
                    Documents.DESCRIPTORS
                            + " lies beside the images, of which there are none here");
        }
        try {
            var source = Documents.in(arrangement.images()).open(archive, Documents.DESCRIPTORS);
            if (source.isEmpty()) {
                return Observed.notCaptured(
                        archive.loss()
                                .explain(
                                        Documents.DESCRIPTORS
                                                + " is not in the checkpoint: only OCI runtimes write it"));
            }
            var json = new EngineJson(source.get());
            var streams = new ArrayList<StandardStream>();
            json.tokens(parser -> read(parser, json, streams));
            return Observed.present(List.copyOf(streams), json.whole());
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }

    private static void read(JsonParser parser, EngineJson json, List<StandardStream> streams)
            throws EvidenceException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new EvidenceException(json.whole(), "not a list of what descriptors led to");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (streams.size() == MOST) {
                throw new EvidenceException(
                        json.whole(), "more than %d descriptors; not read".formatted(MOST));
            }
            streams.add(
                    new StandardStream(
                            streams.size(),
                            text(parser)
                                    .orElseThrow(
                                            () ->
                                                    new EvidenceException(
                                                            json.at(parser),
                                                            "not the name of what a descriptor led to")),
                            json.at(parser)));
        }
    }

    private static Optional<String> text(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? Optional.of(parser.getString())
                : Optional.empty();
    }
}
