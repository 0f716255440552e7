package org.icecore.views.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The place in the images")
class ImagePlacesTest {
    private static final Incident INCIDENT = Incident.compared();
    private static final CheckpointId AFTER = new CheckpointId("after");

    @AfterAll
    static void close() {
        INCIDENT.close();
    }

    @Test
    void ofATaskIsTheMessageOfItsCoreImageBehindTheMagicsAndTheSize() {
        var at =
                ImagePlaces.of(
                                INCIDENT.checkpoint("after"),
                                new ArtefactRef.OfTask(AFTER, new Pid(6)))
                        .orElseThrow();
        assertEquals("checkpoint/core-6.img", at.member());
        assertEquals(12, at.range().start());
    }
}
