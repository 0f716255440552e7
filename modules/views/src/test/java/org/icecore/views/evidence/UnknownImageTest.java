package org.icecore.views.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.fixtures.DumpBuilder;
import org.icecore.views.bench.Incident;
import org.icecore.workbench.table.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An image of a kind that is not known")
class UnknownImageTest {

    @TempDir Path folder;

    @Test
    void isNamedAsSuchWithItsMagicInTheEvidence() {
        var words = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(0x54564319).putInt(0x12345678).putInt(0);
        new DumpBuilder(folder).task(1, 0, "sh").file("rseq-domain-3.img", words.array());
        try (var incident = Incident.closed()) {
            var item = incident.bench().open(List.of(folder)).getFirst();
            incident.until("open", () -> item.checkpoint().isPresent());
            var members = item.checkpoint().orElseThrow().members();
            var index =
                    members.stream()
                            .map(member -> member.member().name())
                            .toList()
                            .indexOf("rseq-domain-3.img");
            var row = new EvidenceRow.OfMember(item, index, members.get(index));

            assertEquals("unknown image (magic 0x12345678)", column("kind").textOf(row));
            assertEquals(Optional.of("unknown-image"), column("name").icon().apply(row));
        }
    }

    private static Column<EvidenceRow, ?> column(String id) {
        return EvidenceColumns.all().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
