package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The count of unknown fields")
class UnknownStateTest {
    private final Incident incident = Incident.closed();
    private final BenchItem item = open();

    private BenchItem open() {
        var opened = incident.bench().open(List.of(Incident.after())).getFirst();
        incident.until("open", () -> opened.checkpoint().isPresent());
        return opened;
    }

    @AfterEach
    void close() {
        incident.close();
    }

    @Test
    void isBegunWhenACheckpointIsOpened() {
        assertTrue(item.unknown().get() instanceof UnknownState.BeingCounted);
        assertEquals(Optional.of("being counted"), ofTheProcessTree());
        assertEquals(Optional.of("being counted"), ofAll());
    }

    @Test
    void isToldOfEachImageAndOfAllOnceTheyAreRead() {
        incident.until("counted", () -> item.unknown().get() instanceof UnknownState.Counted);
        assertEquals(Optional.of("0"), ofTheProcessTree());
        assertEquals(Optional.of("0"), ofAll());
        assertEquals(
                Optional.empty(),
                item.unknown()
                        .get()
                        .of(item.checkpoint().orElseThrow().member("spec.dump").orElseThrow()));
    }

    @Test
    void saysWhyThereIsNone() {
        Counting.of(item).orElseThrow().cancel();
        incident.until("ended", () -> item.unknown().get() instanceof UnknownState.NotCounted);
        assertEquals(Optional.of("not counted: counting was cancelled"), ofTheProcessTree());
        assertEquals(Optional.of("not captured: counting was cancelled"), ofAll());
    }

    @Test
    void isStoppedBeforeTheFileIsClosed() {
        var checkpoint = item.checkpoint().orElseThrow();
        var job = Counting.of(item).orElseThrow();
        incident.bench().close(item);
        assertTrue(job.isCancelled());
        incident.until("ended", () -> job.outcome().get().isPresent());
        assertEquals("after", checkpoint.id().value());
        assertEquals(List.of(), incident.log().entries());
    }

    private Optional<String> ofTheProcessTree() {
        var member = item.checkpoint().orElseThrow().member("checkpoint/pstree.img").orElseThrow();
        return item.unknown().get().of(member);
    }

    private Optional<String> ofAll() {
        return item.unknown().get().facts(item.checkpoint().orElseThrow()).stream()
                .filter(fact -> fact.id().equals("unknownFields"))
                .map(fact -> CellText.detail(fact.value()))
                .findFirst();
    }
}
