package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Side;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilterTest {
    private static final ArtefactRef REF = new ArtefactRef.OfCheckpoint(new CheckpointId("after"));
    private static final ChangeRow ADDED =
            new ChangeRow.Item(
                    0,
                    new Change.Added(
                            ChangeKind.MAPPING,
                            Optional.of(new Pid(6)),
                            "0x1000-0x2000 [heap]",
                            new Side("rw-p", REF, Optional.empty()),
                            ""));
    private static final ChangeRow GHOST =
            new ChangeRow.Item(
                    0,
                    new Change.Removed(
                            ChangeKind.GHOST_FILE,
                            Optional.empty(),
                            "/tmp/.x",
                            new Side("12 bytes", REF, Optional.empty()),
                            "gone"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
            "",                          true,  true
            kind:mapping,                true,  false
            KIND:map,                    true,  false
            kind:ghost-file,             false, true
            task:6,                      true,  false
            task:66,                     false, false
            task:container,              false, true
            mark:+,                      true,  false
            mark:removed,                false, true
            mark:-  gone,                false, true
            heap,                        true,  false
            kind:mapping task:6 mark:-,  false, false
            """)
    void acceptsWhatAllTermsAccept(String filter, boolean added, boolean ghost) {
        assertEquals(added, ChangeFilter.parse(filter).test(ADDED));
        assertEquals(ghost, ChangeFilter.parse(filter).test(GHOST));
    }
}
