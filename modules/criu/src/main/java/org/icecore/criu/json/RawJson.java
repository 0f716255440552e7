package org.icecore.criu.json;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.field.DefectLog;
import org.icecore.criu.field.RawForm;
import org.icecore.criu.raw.NetlinkAttribute;
import org.icecore.criu.raw.NetlinkDump;
import org.icecore.criu.raw.NetlinkMessage;
import org.icecore.criu.raw.NetlinkValue;
import org.icecore.criu.raw.RuleSetLines;
import org.icecore.criu.raw.TmpfsContent;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;

/// Writes the entries of images that have no messages, which crit cannot decode.
final class RawJson {

    private final JsonText json;
    private final DefectLog defects;

    RawJson(JsonText json, DefectLog defects) {
        this.json = json;
        this.defects = defects;
    }

    void entries(ByteSource source, ImageKind kind) throws IOException, EvidenceException {
        switch (RawForm.of(kind)) {
            case RawForm.Netlink(var subject) -> netlink(NetlinkDump.of(source, subject));
            case RawForm.Lines _ -> lines(source);
            case RawForm.Tree _ -> members(TmpfsContent.of(source));
            case RawForm.Bytes _ ->
                    json.beginObject()
                            .name("extra")
                            .base64(source, new ByteRange(0, source.size()))
                            .endObject();
        }
    }

    private void lines(ByteSource source) throws IOException, EvidenceException {
        var lines = new RuleSetLines(source);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            json.beginObject().name("line").string(line.get().text()).endObject();
        }
    }

    private void members(TmpfsContent content) throws IOException {
        for (Member member : content.members()) {
            json.beginObject();
            json.name("name").string(member.name());
            json.name("type").string(member.type().name());
            json.name("mode").literal(Integer.toString(member.mode()));
            json.name("uid").literal(Long.toString(member.uid()));
            json.name("gid").literal(Long.toString(member.gid()));
            json.name("size").literal(Long.toString(member.size()));
            json.name("mtime").literal(Long.toString(member.modified().getEpochSecond()));
            if (!member.linkTarget().isEmpty()) {
                json.name("link").string(member.linkTarget());
            }
            json.endObject();
        }
        content.defects().forEach(defects::add);
    }

    private void netlink(NetlinkDump dump) throws IOException, EvidenceException {
        for (Optional<NetlinkMessage> message = dump.next();
                message.isPresent();
                message = dump.next()) {
            json.beginObject().name("type").string(message.get().type());
            for (NetlinkAttribute field : message.get().header()) {
                json.name(field.name());
                value(field.value());
            }
            json.name("attributes");
            attributes(message.get().attributes());
            json.endObject();
        }
        dump.defect().ifPresent(defects::add);
    }

    /// A list, since an attribute may occur twice.
    private void attributes(List<NetlinkAttribute> attributes) throws IOException {
        json.beginArray();
        for (NetlinkAttribute attribute : attributes) {
            json.beginObject().name(attribute.name());
            value(attribute.value());
            json.endObject();
        }
        json.endArray();
    }

    private void value(NetlinkValue value) throws IOException {
        switch (value) {
            case NetlinkValue.Number(var number) -> json.literal(Long.toUnsignedString(number));
            case NetlinkValue.Text(var text) -> json.string(text);
            case NetlinkValue.Bytes bytes -> json.base64(bytes.bytes());
            case NetlinkValue.Nested(var attributes) -> attributes(attributes);
        }
    }
}
