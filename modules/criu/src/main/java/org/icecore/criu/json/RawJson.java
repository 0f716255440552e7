package org.icecore.criu.json;

import java.io.IOException;
import org.icecore.criu.ImageKind;
import org.icecore.criu.field.DefectLog;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Writes the images that have no messages, which crit cannot decode.
final class RawJson {

    private final JsonText json;
    private final boolean pretty;
    private final DefectLog defects;

    RawJson(JsonText json, boolean pretty, DefectLog defects) {
        this.json = json;
        this.pretty = pretty;
        this.defects = defects;
    }

    void entries(ByteSource source, ImageKind kind) throws IOException, EvidenceException {
        json.beginObject()
                .name("extra")
                .base64(source, new ByteRange(0, source.size()))
                .endObject();
    }
}
