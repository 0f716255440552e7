package org.icecore.views.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.DigestState;
import org.icecore.views.bench.ItemState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.Mark;

/// How rows of the Evidence view are shown.
final class EvidenceColumns {
    private EvidenceColumns() {}

    static List<Column<EvidenceRow, ?>> all() {
        return List.of(
                Column.<EvidenceRow>text("name", "Name", 236, EvidenceColumns::name)
                        .withIcon(row -> Optional.of(icon(row)))
                        .withTooltip(EvidenceColumns::tooltip)
                        .withInk(EvidenceColumns::ink),
                Column.<EvidenceRow, Long>number("size", "Size", 80, EvidenceColumns::size)
                        .shownAs(size -> size < 0 ? "" : CellText.size(size))
                        .withTooltip(row -> size(row) < 0 ? "" : CellText.exactBytes(size(row))),
                Column.text("kind", "Kind", 120, EvidenceColumns::kind),
                Column.<EvidenceRow>text("mode", "Mode", 64, EvidenceColumns::mode)
                        .monospaced()
                        .askedFor());
    }

    static Mark mark(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfMember member when member.member().stale() -> Mark.DIMMED;
            case EvidenceRow.OfFact _,
                    EvidenceRow.OfDefects _,
                    EvidenceRow.OfItem _,
                    EvidenceRow.OfFolder _,
                    EvidenceRow.OfMember _ ->
                    Mark.NONE;
        };
    }

    private static String name(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) -> item.title() + opening(item);
            case EvidenceRow.OfDefects(_, var text) -> text;
            case EvidenceRow.OfFact(_, var text, _) -> text;
            case EvidenceRow.OfFolder(_, var path, var members, _) ->
                    "%s  %,d"
                            .formatted(
                                    path.isEmpty() ? "Members" : EvidenceTree.last(path), members);
            case EvidenceRow.OfMember member -> EvidenceTree.name(member.member());
        };
    }

    private static String opening(BenchItem item) {
        return switch (item.state().get()) {
            case ItemState.Opening(var job) ->
                    job.fraction().get() < 0
                            ? "  opening"
                            : "  opening, %d %%".formatted(Math.round(job.fraction().get() * 100));
            case ItemState.Open _, ItemState.Failed _ -> "";
        };
    }

    private static String icon(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) ->
                    switch (item.state().get()) {
                        case ItemState.Opening _ -> "progress";
                        case ItemState.Open _ -> "checkpoint";
                        case ItemState.Failed _ -> "error";
                    };
            case EvidenceRow.OfFact(_, _, var failure) -> failure ? "warning" : "container";
            case EvidenceRow.OfDefects _ -> "warning";
            case EvidenceRow.OfFolder(_, var path, _, _) -> path.isEmpty() ? "archive" : "folder";
            case EvidenceRow.OfMember(_, _, var member) ->
                    switch (member.kind()) {
                        case MemberKind.Image _ -> "image-file";
                        case MemberKind.UnknownImage _ -> "unknown-image";
                        case MemberKind.EngineFile _, MemberKind.Keys _, MemberKind.Other _ ->
                                icon(member.member());
                    };
        };
    }

    private static String icon(Member member) {
        return switch (member.type()) {
            case DIRECTORY -> "folder";
            case FILE, SYMBOLIC_LINK, HARD_LINK, OTHER -> {
                var name = member.name().toLowerCase(Locale.ROOT);
                yield name.endsWith(".tar") || name.endsWith(".tar.gz") ? "archive" : "member";
            }
            case FIFO -> "fifo";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
        };
    }

    private static long size(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) ->
                    item.checkpoint().map(checkpoint -> checkpoint.archive().size()).orElse(-1L);
            case EvidenceRow.OfFact _, EvidenceRow.OfDefects _ -> -1L;
            case EvidenceRow.OfFolder(_, _, _, var bytes) -> bytes;
            case EvidenceRow.OfMember(_, _, var member) ->
                    member.member().type() == Member.Type.FILE ? member.member().size() : -1L;
        };
    }

    private static String kind(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) ->
                    item.checkpoint()
                            .map(checkpoint -> packing(checkpoint.archive().packing()))
                            .orElse("");
            case EvidenceRow.OfFact _, EvidenceRow.OfDefects _, EvidenceRow.OfFolder _ -> "";
            case EvidenceRow.OfMember(_, _, var member) -> {
                var label = member.kind().label();
                var kind = label.isEmpty() ? type(member.member()) : label;
                yield member.stale() ? kind + ", stale" : kind;
            }
        };
    }

    private static String packing(Archive.Packing packing) {
        return switch (packing) {
            case TAR -> "tar";
            case TAR_GZIP -> "tar, gzip";
            case TAR_ZSTD -> "tar, zstd";
            case TAR_XZ -> "tar, xz";
            case TAR_BZIP2 -> "tar, bzip2";
            case ZIP -> "zip";
            case DIRECTORY -> "folder";
        };
    }

    private static String type(Member member) {
        return switch (member.type()) {
            case FILE -> "";
            case DIRECTORY, SYMBOLIC_LINK, HARD_LINK, FIFO, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER ->
                    member.type().label();
        };
    }

    private static String mode(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfMember(_, _, var member) ->
                    "%04o".formatted(member.member().mode() & 07777);
            case EvidenceRow.OfItem _,
                    EvidenceRow.OfFact _,
                    EvidenceRow.OfDefects _,
                    EvidenceRow.OfFolder _ ->
                    "";
        };
    }

    private static Optional<String> ink(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfFact(_, _, var failure) ->
                    Optional.of(failure ? "ink-error" : "ink-muted");
            case EvidenceRow.OfDefects _ -> Optional.of("ink-warning");
            case EvidenceRow.OfItem(var item) when item.state().get() instanceof ItemState.Failed ->
                    Optional.of("ink-error");
            case EvidenceRow.OfItem _, EvidenceRow.OfFolder _, EvidenceRow.OfMember _ ->
                    Optional.empty();
        };
    }

    private static String tooltip(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) -> item.path() + "\n" + digest(item);
            case EvidenceRow.OfFact(_, var text, _) -> text;
            case EvidenceRow.OfDefects(var item, _) ->
                    item.checkpoint().map(DefectWords::lines).orElse("");
            case EvidenceRow.OfFolder(_, var path, _, _) ->
                    path.isEmpty() ? "All members of the archive" : path;
            case EvidenceRow.OfMember(_, _, var member) ->
                    member.member().name()
                            + (member.stale()
                                    ? "\nBelongs to a process that the process tree does not list: a remnant of an earlier dump."
                                    : "");
        };
    }

    private static String digest(BenchItem item) {
        return switch (item.sha256().get()) {
            case DigestState.Awaited _ -> "SHA-256 not computed yet";
            case DigestState.Computing _ -> "SHA-256 is being computed";
            case DigestState.Known(var digest) -> "SHA-256 " + digest;
            case DigestState.Unavailable(var reason) -> "No SHA-256: " + reason;
        };
    }
}
