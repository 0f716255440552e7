package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.HostFact;

/// What is recorded of the machine that the container ran on.
public final class HostTable {

    private HostTable() {}

    /// One row per processor, binary format, automount and policy.
    public static ResultTable<HostFact> of(Checkpoint checkpoint) {
        var facts = checkpoint.kernel().hostFacts();
        return new ResultTable<>(
                "host",
                "Machine",
                COLUMNS,
                facts.items(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.at().member()),
                row -> Optional.of(row.at()),
                Coverage.without(facts.gaps()));
    }

    private static final List<Column<HostFact>> COLUMNS =
            List.of(
                    Column.text("kind", "Kind", "What is told of", row -> row.kind().label()),
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "Model of a processor, name of a format or policy, number of a mount's image",
                            row -> Cell.text(row.subject())),
                    Column.of(
                            "facts",
                            "Facts",
                            ColumnKind.FLAGS,
                            "What its image says",
                            row -> new Cell.Names(row.facts())));
}
