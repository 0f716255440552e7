package org.icecore.views.compare;

import java.util.List;
import org.icecore.workbench.part.View;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// The open files of the selected task before and after, descriptor by descriptor.
public final class OpenFilesCompareView {
    /// Its id.
    public static final String ID = "files-compare";

    private OpenFilesCompareView() {}

    /// The view.
    public static View of(CompareParts parts) {
        var services = parts.services();
        var table =
                new DenseTable<>(
                        TableSetup.<DescriptorRow>of(
                                        ID,
                                        "Open files before and after",
                                        List.of(
                                                Column.<DescriptorRow, Integer>number(
                                                        "fd", "Fd", 48, row -> row.fd().value()),
                                                Column.text(
                                                        "kind", "Kind", 90, DescriptorRow::kind),
                                                Column.<DescriptorRow>text(
                                                                "before",
                                                                "Before",
                                                                320,
                                                                DescriptorRow::beforeText)
                                                        .withTooltip(DescriptorRow::beforeText),
                                                Column.<DescriptorRow>text(
                                                                "after",
                                                                "After",
                                                                320,
                                                                DescriptorRow::afterText)
                                                        .withTooltip(DescriptorRow::afterText),
                                                Column.text(
                                                        "changed",
                                                        "Changed",
                                                        160,
                                                        DescriptorRow::changed)),
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withMarks(DescriptorRow::mark));
        return new TaskTable<>(
                parts,
                ID,
                "open files",
                table,
                DescriptorRow::of,
                (comparison, row) -> row.ref(comparison),
                DescriptorRow::mark);
    }
}
