package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Location;

/// The facts of a checkpoint as a whole.
public final class OverviewTable {

    private OverviewTable() {}

    /// One row per fact: container, pod, checkpoint, sizes, counts, statistics of the dump, annotations.
    public static ResultTable<Fact> of(Checkpoint checkpoint) {
        var facts = new ArrayList<Fact>();
        facts.addAll(ContainerFacts.of(checkpoint.container()));
        facts.addAll(PodFacts.of(checkpoint));
        facts.addAll(dump(checkpoint));
        facts.addAll(further(checkpoint));
        facts.addAll(SizeFacts.of(checkpoint));
        facts.addAll(statistics(checkpoint.statistics()));
        facts.addAll(ContainerFacts.annotations(checkpoint.container()));
        return new ResultTable<>(
                "overview",
                "Overview",
                COLUMNS,
                List.copyOf(facts),
                _ -> checkpoint.ref(),
                Fact::at,
                Coverage.without(checkpoint.defects().stream().map(Object::toString).toList()));
    }

    /// The same, with what the images hold that this release does not know.
    public static ResultTable<Fact> of(Checkpoint checkpoint, UnknownContent unknown) {
        var plain = of(checkpoint);
        var facts = new ArrayList<Fact>();
        for (var fact : plain.rows()) {
            facts.add(fact);
            if (fact.id().equals("unknownImages")) {
                facts.add(
                        new Fact(
                                "counts",
                                "unknownFields",
                                "Unknown fields",
                                Cell.number(unknown.count()),
                                Optional.empty()));
                facts.add(
                        new Fact(
                                "counts",
                                "imagesWithUnknownFields",
                                "Images with unknown fields",
                                Cell.number(unknown.images()),
                                Optional.empty()));
            }
        }
        return new ResultTable<>(
                plain.id(),
                plain.title(),
                plain.columns(),
                List.copyOf(facts),
                plain.subject(),
                plain.source(),
                plain.coverage().and(unknown.coverage()));
    }

    private static final List<Column<Fact>> COLUMNS =
            List.of(
                    Column.text("group", "Group", "What the fact belongs to", Fact::group),
                    Column.text("fact", "Fact", "What is stated", Fact::title),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.TEXT,
                            "What the evidence says",
                            Fact::value));

    private static Cell parents(Checkpoint checkpoint) {
        return switch (checkpoint.ancestry()) {
            case Ancestry.Whole _ when checkpoint.imageDirectory().isEmpty() ->
                    Cell.notCaptured(
                            checkpoint
                                    .archive()
                                    .loss()
                                    .explain("no image of CRIU is in the checkpoint"));
            case Ancestry.ParentMissing missing when !missing.used() -> Cell.text(missing.needed());
            case Ancestry.Whole _ -> Cell.text("none: no page is left to another dump");
            case Ancestry.Complete complete -> Cell.text(String.join(", ", complete.names()));
            case Ancestry.ParentMissing missing -> Cell.notCaptured(missing.needed());
            case Ancestry.PagesMissing missing -> Cell.notCaptured(missing.needed());
        };
    }

    private static List<Fact> dump(Checkpoint checkpoint) {
        var inventory = checkpoint.inventory();
        var at = at(inventory);
        return List.of(
                new Fact(
                        "dump",
                        "layout",
                        "Layout",
                        Cell.text(CheckpointTable.layout(checkpoint.layout())),
                        Optional.empty()),
                new Fact("dump", "parents", "Earlier dumps", parents(checkpoint), Optional.empty()),
                new Fact(
                        "dump",
                        "written",
                        // A copy of a folder has times of its own, unless they were kept.
                        checkpoint.archive().packing() == Archive.Packing.DIRECTORY
                                ? "Files written, by the clock of who copied them"
                                : "Dump written",
                        Cell.of(checkpoint.written(), Cell.Timestamp::new),
                        at(checkpoint.written())),
                new Fact(
                        "dump",
                        "imageVersion",
                        "Image format",
                        Cell.of(inventory, InventoryCells::format),
                        at),
                new Fact(
                        "dump",
                        "lsm",
                        "LSM",
                        Cell.of(
                                inventory,
                                root -> Cell.ofText(root.lsm(), "the inventory records none")),
                        at),
                new Fact(
                        "dump",
                        "runId",
                        "CRIU run id",
                        Cell.of(
                                inventory,
                                root -> Cell.ofText(root.runId(), "the inventory records none")),
                        at),
                new Fact(
                        "dump",
                        "plugins",
                        "CRIU plugins",
                        Cell.of(inventory, InventoryCells::plugins),
                        at),
                new Fact(
                        "dump",
                        "hostName",
                        "Host name of the UTS namespace",
                        Cell.of(checkpoint.hostName(), name -> Cell.text(name.nodeName())),
                        at(checkpoint.hostName())),
                new Fact(
                        "dump",
                        "domainName",
                        "NIS domain name of the UTS namespace",
                        Cell.of(checkpoint.hostName(), OverviewTable::domain),
                        at(checkpoint.hostName())));
    }

    /// Where the dumps before it lie that are not in its own file.
    private static List<Fact> further(Checkpoint checkpoint) {
        return checkpoint.archive().further().stream()
                .map(
                        file ->
                                new Fact(
                                        "dump",
                                        "parentFile",
                                        "File of an earlier dump",
                                        Cell.text(file.path().toString()),
                                        Optional.empty()))
                .toList();
    }

    /// The kernel's word for a name that nobody set.
    private static Cell domain(HostName name) {
        return name.domainName().isEmpty() || name.domainName().equals("(none)")
                ? Cell.notApplicable("none was set")
                : Cell.text(name.domainName());
    }

    private static List<Fact> statistics(Observed<DumpStatistics> observed) {
        var facts = new ArrayList<Fact>();
        for (var item : Statistic.values()) {
            facts.add(
                    new Fact(
                            "statistics",
                            item.id(),
                            item.title(),
                            Cell.of(observed, statistics -> item.cell(statistics)),
                            at(observed)));
        }
        return facts;
    }

    private static <T> Optional<Location> at(Observed<T> observed) {
        return observed instanceof Observed.Present<T>(_, var at)
                ? Optional.of(at)
                : Optional.empty();
    }

    /// `Freezing time` and so on, in the order of `dump_stats_entry`.
    private enum Statistic {
        FREEZING_TIME,
        FROZEN_TIME,
        MEMORY_DUMP_TIME,
        MEMORY_WRITE_TIME,
        PAGES_SCANNED,
        PAGES_SKIPPED_PARENT,
        PAGES_WRITTEN,
        PAGES_LAZY,
        SHARED_PAGES_SCANNED,
        SHARED_PAGES_SKIPPED_PARENT,
        SHARED_PAGES_WRITTEN,
        PATH_SEARCH_TIME,
        PAGE_PIPES,
        PAGE_PIPE_BUFFERS;

        private static final String NO_COUNT = "the statistics do not say";

        private static final String NO_SHARED_COUNT = "CRIU counts these from 3.13 on";

        String id() {
            var words = title().split(" ");
            var id = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
            for (var i = 1; i < words.length; i++) {
                id.append(Capital.of(words[i]));
            }
            return id.toString();
        }

        String title() {
            var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return Capital.of(words);
        }

        Cell cell(DumpStatistics statistics) {
            return switch (this) {
                case FREEZING_TIME -> new Cell.Duration(statistics.freezingMicros());
                case FROZEN_TIME -> new Cell.Duration(statistics.frozenMicros());
                case MEMORY_DUMP_TIME -> new Cell.Duration(statistics.memoryDumpMicros());
                case MEMORY_WRITE_TIME -> new Cell.Duration(statistics.memoryWriteMicros());
                case PAGES_SCANNED -> Cell.number(statistics.pagesScanned());
                case PAGES_SKIPPED_PARENT -> Cell.number(statistics.pagesSkippedParent());
                case PAGES_WRITTEN -> Cell.number(statistics.pagesWritten());
                case PAGES_LAZY -> Cell.of(statistics.pagesLazy(), "CRIU counts these from 3.5 on");
                case SHARED_PAGES_SCANNED ->
                        Cell.of(statistics.sharedPagesScanned(), NO_SHARED_COUNT);
                case SHARED_PAGES_SKIPPED_PARENT ->
                        Cell.of(statistics.sharedPagesSkippedParent(), NO_SHARED_COUNT);
                case SHARED_PAGES_WRITTEN ->
                        Cell.of(statistics.sharedPagesWritten(), NO_SHARED_COUNT);
                case PATH_SEARCH_TIME ->
                        statistics.pathSearchMicros().isPresent()
                                ? new Cell.Duration(statistics.pathSearchMicros().getAsLong())
                                : Cell.notCaptured(NO_COUNT);
                case PAGE_PIPES -> Cell.of(statistics.pagePipes(), NO_COUNT);
                case PAGE_PIPE_BUFFERS -> Cell.of(statistics.pagePipeBuffers(), NO_COUNT);
            };
        }
    }
}
