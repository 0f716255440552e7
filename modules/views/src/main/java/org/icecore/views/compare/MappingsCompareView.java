package org.icecore.views.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.compare.PageCounts;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.views.result.Headers;
import org.icecore.workbench.part.View;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// The mappings of the selected task before and after, address by address. Enter shows the bytes side by side.
public final class MappingsCompareView {
    /// Its id.
    public static final String ID = "mappings-compare";

    private MappingsCompareView() {}

    /// The view.
    public static View of(CompareParts parts) {
        var services = parts.services();
        var table =
                new DenseTable<>(
                        TableSetup.<MappingRow>of(
                                        ID,
                                        "Mappings before and after",
                                        List.of(
                                                Column
                                                        .<MappingRow,
                                                                org.icecore.checkpoint.memory
                                                                        .AddressRange>
                                                                of(
                                                                        "range",
                                                                        "Addresses",
                                                                        270,
                                                                        MappingRow::range,
                                                                        Object::toString,
                                                                        java.util.Comparator
                                                                                .naturalOrder())
                                                        .monospaced()
                                                        .uncut(),
                                                bytes(
                                                        "size",
                                                        "Size",
                                                        84,
                                                        row -> row.range().length()),
                                                Column.<MappingRow>text(
                                                                "permissions",
                                                                "Permissions",
                                                                110,
                                                                MappingRow::permissions)
                                                        .monospaced()
                                                        .withInk(
                                                                row ->
                                                                        row.executable()
                                                                                ? Optional.of(
                                                                                        "ink-executable")
                                                                                : Optional.empty()),
                                                Column.<MappingRow>text(
                                                                "name",
                                                                "Name",
                                                                240,
                                                                MappingRow::name)
                                                        .withTooltip(MappingRow::name),
                                                pages("pages", "~ Pages", PageCounts::changed),
                                                pages("added", "+ Pages", PageCounts::added),
                                                pages("gone", "- Pages", PageCounts::removed),
                                                pages("oneSided", "? Pages", PageCounts::oneSided),
                                                Column.<MappingRow, Long>number(
                                                                "bytes",
                                                                "~ Bytes",
                                                                112,
                                                                row -> row.memory().bytesChanged())
                                                        .shownAs(MappingsCompareView::orNothing)
                                                        .withTooltip(
                                                                MappingsCompareView::pagesInWords),
                                                Column.<MappingRow>text(
                                                                "note",
                                                                "Note",
                                                                240,
                                                                MappingRow::note)
                                                        .withTooltip(MappingRow::note)),
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withMarks(MappingRow::mark));
        Headers.explain(
                table.control().getColumns(),
                Map.of(
                        "permissions", "Read, write, execute; p private, s shared",
                        "pages", "Pages of which a byte changed",
                        "added", "Pages that are mapped after and were not before",
                        "gone", "Pages that were mapped before and are not after",
                        "oneSided", "Pages that are known on one side only",
                        "bytes", "Bytes that changed"));
        table.onOpen(row -> parts.openMemory(row.pid(), new VirtualAddress(row.range().start())));
        return new TaskTable<>(
                parts,
                ID,
                "mappings",
                table,
                (_, task) -> MappingRow.of(task),
                (comparison, row) -> row.ref(comparison),
                MappingRow::mark);
    }

    private static Column<MappingRow, Long> pages(
            String id, String title, Function<PageCounts, Long> value) {
        return Column.<MappingRow, Long>number(
                        id, title, 112, row -> value.apply(row.memory().pages()))
                .shownAs(MappingsCompareView::orNothing)
                .withTooltip(MappingsCompareView::pagesInWords);
    }

    /// The signs of the titles in words, with the counts of the row.
    private static String pagesInWords(MappingRow row) {
        var pages = row.memory().pages();
        return "~ %,d pages changed, + %,d added, - %,d gone, ? %,d known on one side only; ~ %,d bytes changed"
                .formatted(
                        pages.changed(),
                        pages.added(),
                        pages.removed(),
                        pages.oneSided(),
                        row.memory().bytesChanged());
    }

    private static Column<MappingRow, Long> bytes(
            String id, String title, double width, Function<MappingRow, Long> value) {
        return Column.<MappingRow, Long>number(id, title, width, value)
                .shownAs(size -> size == 0 ? "" : CellText.size(size))
                .withTooltip(row -> CellText.exactBytes(value.apply(row)));
    }

    private static String orNothing(long count) {
        return count == 0 ? "" : "%,d".formatted(count);
    }
}
