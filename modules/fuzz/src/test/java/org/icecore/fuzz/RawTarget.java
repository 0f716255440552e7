package org.icecore.fuzz;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.raw.BpfProgram;
import org.icecore.criu.raw.NetlinkDump;
import org.icecore.criu.raw.RuleSetLines;
import org.icecore.criu.raw.TmpfsContent;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads bytes as what CRIU keeps outside of messages.
///
/// The first byte says as what: a filter, the content of one of the raw decoders, or an image that is raw or has raw
/// bytes behind its messages (then as [ImageTarget] has it).
final class RawTarget implements Target {

    private enum Reading {
        IMAGE,
        FILTER,
        NETLINK,
        RULES,
        TMPFS
    }

    private static final List<ImageKind> KINDS =
            Arrays.stream(ImageKind.values())
                    .filter(kind -> kind.message().isEmpty() || kind.payload() != PayloadForm.NONE)
                    .toList();

    private final ImageTarget images = new ImageTarget(KINDS);

    @Override
    public void run(byte[] input) throws IOException {
        var parts = new Input(input);
        try {
            switch (Reading.values()[parts.u8() % Reading.values().length]) {
                case IMAGE -> images.run(parts.rest());
                case FILTER -> filter(parts);
                case NETLINK -> netlink(parts);
                case RULES -> rules(ByteSource.of("iptables-1.img", parts.rest()));
                case TMPFS -> tmpfs(ByteSource.of("tmpfs-1.tar.gz.img", parts.rest()));
            }
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
        }
    }

    private static void filter(Input parts) {
        int choice = parts.u8();
        var use = BpfProgram.Use.values()[choice % 2];
        var order = choice < 128 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var bytes = parts.rest();
        var program = BpfProgram.of(bytes, order, use);
        Promise.that(
                program.text().equals(BpfProgram.of(bytes, order, use).text()),
                () -> "another text for the same filter");
        Promise.that(
                program.instructions().size()
                        == Math.min(bytes.length / 8, BpfProgram.MOST_INSTRUCTIONS),
                () ->
                        "%d instructions in %d bytes"
                                .formatted(program.instructions().size(), bytes.length));
    }

    private static void netlink(Input parts) throws EvidenceException {
        var subject =
                NetlinkDump.Subject.values()[parts.u8() % NetlinkDump.Subject.values().length];
        var source = ByteSource.of("netlink", parts.rest());
        var dump = NetlinkDump.of(source, subject);
        long end = 0;
        for (var message = dump.next(); message.isPresent(); message = dump.next()) {
            var range = message.get().range();
            Promise.within(range, source.size(), message.get().type());
            long last = end;
            Promise.that(range.start() >= last, () -> "overlapping messages at " + range);
            end = range.end();
            message.get().text("CTA_TUPLE_ORIG", "CTA_TUPLE_IP", "CTA_IP_V4_SRC");
            for (var attribute : message.get().attributes()) {
                attribute.shown();
                Promise.that(
                        attribute.range().start() >= range.start()
                                && attribute.range().end() <= range.end(),
                        () -> attribute + " lies outside of its message");
            }
        }
        dump.defect().ifPresent(defect -> Promise.located(List.of(defect), source.size()));
    }

    private static void rules(ByteSource source) throws EvidenceException {
        var lines = new RuleSetLines(source);
        long end = 0;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var range = line.get().range();
            long last = end;
            Promise.that(
                    range.start() >= last && range.end() <= source.size(),
                    () -> "line at " + range);
            end = range.end();
        }
    }

    private static void tmpfs(ByteSource source) throws EvidenceException {
        TmpfsContent.of(source)
                .members()
                .forEach(member -> Promise.that(member.size() >= 0, member::toString));
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        images.seeds().forEach((name, seed) -> seeds.put(name, headed(Reading.IMAGE, seed)));
        for (var member : Evidence.members(Family.RAW.longest()).entrySet()) {
            var kind = ImageName.of(Evidence.fileName(member.getKey())).map(ImageName::kind);
            if (kind.isPresent() && kind.get().raw()) {
                seeds.put(
                        member.getKey() + "-netlink",
                        headed(Reading.NETLINK, subject(kind.get(), member.getValue())));
            }
        }
        seeds.put("gzip", headed(Reading.TMPFS, Wrapping.GZIP.wrap(SeedTars.everything())));
        seeds.put(
                "rules",
                headed(
                        Reading.RULES,
                        "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -j DROP\nCOMMIT\n"
                                .getBytes(StandardCharsets.US_ASCII)));
        seeds.put("filter", headed(Reading.FILTER, filter()));
        return seeds;
    }

    private static byte[] subject(ImageKind kind, byte[] content) {
        var subject =
                switch (kind) {
                    case IFADDR -> NetlinkDump.Subject.ADDRESSES;
                    case ROUTE, ROUTE6 -> NetlinkDump.Subject.ROUTES;
                    case RULE -> NetlinkDump.Subject.RULES;
                    default -> NetlinkDump.Subject.CONNECTIONS;
                };
        return Bytes.joined(new byte[] {(byte) subject.ordinal()}, content);
    }

    /// Loads the number of the system call, compares, allows or kills; then each class of instruction once.
    private static byte[] filter() {
        var program = new java.io.ByteArrayOutputStream();
        program.write(0);
        program.writeBytes(new byte[] {0x20, 0, 0, 0, 4, 0, 0, 0});
        program.writeBytes(new byte[] {0x15, 0, 1, 0, 0x3e, 0, 0, (byte) 0xc0});
        program.writeBytes(new byte[] {0x20, 0, 0, 0, 0, 0, 0, 0});
        for (int code = 0; code < 256; code += 1) {
            program.writeBytes(new byte[] {(byte) code, 0, 1, 2, 3, 0, 0, 0});
        }
        program.writeBytes(new byte[] {6, 0, 0, 0, 0, 0, (byte) 0xff, 0x7f});
        return program.toByteArray();
    }

    private static byte[] headed(Reading reading, byte[] bytes) {
        return Bytes.joined(new byte[] {(byte) reading.ordinal()}, bytes);
    }
}
