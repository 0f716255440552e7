package org.icecore.criu.field;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.raw.NetlinkAttribute;
import org.icecore.criu.raw.NetlinkDump;
import org.icecore.criu.raw.NetlinkMessage;
import org.icecore.criu.raw.NetlinkValue;
import org.icecore.criu.raw.OldPages;
import org.icecore.criu.raw.RuleSetLines;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through an image without messages: a node for each netlink message, line, old page or file of a tmpfs, else one for all
/// of it. What lies inside a compressed archive has no bytes of its own here: its nodes have those of the whole image.
public final class RawWalk {

    private final ByteSource source;
    private final Optional<NetlinkDump> dump;
    private final Optional<RuleSetLines> lines;
    private final Optional<OldPages> pages;
    private final Optional<TmpfsNodes> files;
    private boolean begun;
    private long count;

    private RawWalk(
            ByteSource source,
            Optional<NetlinkDump> dump,
            Optional<RuleSetLines> lines,
            Optional<OldPages> pages,
            Optional<TmpfsNodes> files) {
        this.source = source;
        this.dump = dump;
        this.lines = lines;
        this.pages = pages;
        this.files = files;
    }

    /// The pages of a file of old versions of CRIU, behind its magic.
    public static RawWalk ofOldPages(FieldTree tree) {
        var pages = new OldPages(tree.source(), tree.byteOrder(), tree.header().range());
        return new RawWalk(
                tree.source(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pages),
                Optional.empty());
    }

    /// Begins the walk.
    ///
    /// @throws EvidenceException if the image does not begin as it must
    public static RawWalk of(ByteSource source, ImageKind kind) throws EvidenceException {
        return switch (RawForm.of(kind)) {
            case RawForm.Netlink(var subject) ->
                    new RawWalk(
                            source,
                            Optional.of(NetlinkDump.of(source, subject)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            case RawForm.Lines _ ->
                    new RawWalk(
                            source,
                            Optional.empty(),
                            Optional.of(new RuleSetLines(source)),
                            Optional.empty(),
                            Optional.empty());
            case RawForm.Tree _ ->
                    new RawWalk(
                            source,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(TmpfsNodes.of(source)));
            case RawForm.Bytes _ ->
                    new RawWalk(
                            source,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
        };
    }

    /// The next node; empty after the last.
    public Optional<FieldNode> next() throws EvidenceException {
        String name = "entries[%d]".formatted(count++);
        if (dump.isPresent()) {
            return dump.get().next().map(message -> message(name, message));
        }
        if (lines.isPresent()) {
            return lines.get().next().map(line -> word(name, "line", line.text(), line.range()));
        }
        if (pages.isPresent()) {
            return pages.get().next().map(page -> page(name, page));
        }
        if (files.isPresent() && files.get().listed()) {
            return files.get().next(name);
        }
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        var all = new ByteRange(0, source.size());
        return Optional.of(
                new FieldNode(name, 0, "raw", new FieldValue.Raw(source, all), all, all));
    }

    /// What was found to be wrong so far.
    public List<Defect> defects() {
        return files.map(TmpfsNodes::defects)
                .orElseGet(
                        () ->
                                dump
                                        .flatMap(NetlinkDump::defect)
                                        .or(() -> pages.flatMap(OldPages::defect))
                                        .stream()
                                        .toList());
    }

    private FieldNode page(String name, OldPages.OldPage page) {
        var at = page.at();
        var address =
                word(
                        "vaddr",
                        "u64",
                        "0x" + Long.toHexString(page.address()),
                        new ByteRange(at.start(), page.content().start()));
        var content =
                new FieldNode(
                        "extra",
                        0,
                        "raw",
                        new FieldValue.Raw(source, page.content()),
                        page.content(),
                        page.content());
        return new FieldNode(
                name, 0, "page", new FieldValue.Parts(List.of(address, content)), at, at);
    }

    private static FieldNode message(String name, NetlinkMessage message) {
        var parts = new ArrayList<FieldNode>();
        message.header().forEach(field -> parts.add(attribute(field)));
        message.attributes().forEach(field -> parts.add(attribute(field)));
        return new FieldNode(
                name,
                0,
                message.type(),
                new FieldValue.Parts(parts),
                message.range(),
                message.range());
    }

    private static FieldNode attribute(NetlinkAttribute attribute) {
        return switch (attribute.value()) {
            case NetlinkValue.Nested(var nested) ->
                    new FieldNode(
                            attribute.name(),
                            0,
                            "nested",
                            new FieldValue.Parts(nested.stream().map(RawWalk::attribute).toList()),
                            attribute.range(),
                            attribute.range());
            case NetlinkValue.Number _ -> word(attribute, "number");
            case NetlinkValue.Text _ -> word(attribute, "text");
            case NetlinkValue.Bytes _ -> word(attribute, "bytes");
        };
    }

    private static FieldNode word(NetlinkAttribute attribute, String type) {
        return word(attribute.name(), type, attribute.shown(), attribute.range());
    }

    private static FieldNode word(String name, String type, String shown, ByteRange at) {
        var value = new FieldValue.Word(0, shown, ByteOrder.LITTLE_ENDIAN);
        return new FieldNode(name, 0, type, value, at, at);
    }
}
