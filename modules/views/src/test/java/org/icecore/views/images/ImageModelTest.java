package org.icecore.views.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.views.bench.Incident;
import org.icecore.workbench.job.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageModelTest {
    private static final int HEADER = 8;

    private static ImageModel model(String name, ByteSource bytes) throws EvidenceException {
        var image = Image.recognise(name, bytes).orElseThrow();
        return ImageModel.read(image, Runnable::run, Runnable::run, Progress.SILENT);
    }

    /// What a row says once it was read.
    private static FieldLine line(ImageModel model, int row) {
        model.rows().get(row);
        return model.rows().get(row).line().orElseThrow();
    }

    private static ImageModel.Selected selected(ImageModel model) {
        return model.selected().get().orElseThrow();
    }

    @Nested
    class AnImageWithAMillionEntries {
        private static final int COUNT = 1_000_000;
        /// Size, tag and pid of four bytes, tag and parent of one.
        private static final int ENTRY = 4 + 5 + 2;

        private final ImageModel model = model();

        private static ImageModel model() {
            var bytes = ByteBuffer.allocate(HEADER + COUNT * ENTRY).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(0x54564319).putInt(0x50273030);
            for (int pid = 0; pid < COUNT; pid++) {
                bytes.putInt(ENTRY - 4).put((byte) 0x08);
                bytes.put((byte) (pid | 0x80)).put((byte) (pid >> 7 | 0x80));
                bytes.put((byte) (pid >> 14 | 0x80)).put((byte) (pid >> 21));
                bytes.put((byte) 0x10).put((byte) 1);
            }
            try {
                return ImageModelTest.model(
                        "pstree.img", ByteSource.of("pstree.img", bytes.array()));
            } catch (EvidenceException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Test
        void hasARowForEachAndTheMagicAndReadsTheLastAtOnce() {
            assertEquals(COUNT + 1, model.rows().size());
            assertEquals("magic", line(model, 0).name());
            var last = line(model, COUNT);
            assertEquals("entries[999999]", last.name());
            assertEquals(ByteRange.of(HEADER + (COUNT - 1L) * ENTRY, ENTRY), last.range());
        }

        @Test
        void showsTheFieldsOfAnEntryBelowItWhenItIsOpened() {
            line(model, 500_000);
            model.rows().open(FieldPath.of(500_000));
            assertEquals(COUNT + 1 + 3, model.rows().size());
            assertEquals("entry size", line(model, 500_001).name());
            assertEquals("pid", line(model, 500_002).name());
            assertEquals("499999", line(model, 500_002).shown());
            assertEquals("entries[500000]", line(model, 500_004).name());
            model.rows().close(FieldPath.of(500_000));
            assertEquals(COUNT + 1, model.rows().size());
        }

        @Test
        void findsTheInnermostFieldOfAByteAndOpensWhatHoldsIt() {
            model.selectBytes(ByteRange.of(HEADER + 700_000L * ENTRY + 6, 1));
            var found = selected(model);
            assertEquals("entries[700000].pid", found.words());
            assertEquals("700000", found.line().shown());
            assertEquals(700_003, model.rows().row(found.path()));
        }

        @Test
        void findsAFieldByNameAndValueForwardAndBack() {
            var query = new FieldQuery("pid=654321");
            var there = Optional.of(new FieldPath(List.of(654_322, 1)));
            assertEquals(there, model.find(query, FieldPath.of(600_000), true, Progress.SILENT));
            assertEquals(there, model.find(query, FieldPath.of(700_000), false, Progress.SILENT));
            assertEquals(there, model.find(query, there.get(), true, Progress.SILENT));
        }

        @Test
        void stopsLookingWhenNobodyWantsItAnyMore() {
            var cancelled =
                    new Progress() {
                        @Override
                        public void update(long done, long total, String message) {}

                        @Override
                        public boolean isCancelled() {
                            return true;
                        }
                    };
            assertThrows(
                    CancellationException.class,
                    () -> model.find(new FieldQuery("nowhere"), FieldPath.of(0), true, cancelled));
        }
    }

    @Nested
    class ADamagedImage {
        @Test
        void showsWhatCanBeReadAndListsWhatCannot() throws EvidenceException {
            var bytes = ByteBuffer.allocate(HEADER + 8).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(0x54564319).putInt(0x50273030).putInt(4000).putInt(0x0108);
            var model = model("pstree.img", ByteSource.of("pstree.img", bytes.array()));
            assertEquals("magic", line(model, 0).name());
            assertEquals(1, model.defects().size());
        }

        @Test
        void marksAFieldThatNobodyKnowsAndFindsIt() throws EvidenceException {
            var bytes = ByteBuffer.allocate(HEADER + 4 + 5).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(0x54564319).putInt(0x50273030).putInt(5);
            bytes.put(new byte[] {0x08, 7, (byte) 0xf8, 0x07, 1});
            var model = model("pstree.img", ByteSource.of("pstree.img", bytes.array()));
            var found = model.findUnknown(FieldPath.of(0), Progress.SILENT).orElseThrow();
            model.select(found);
            assertEquals("entries[0].#127", selected(model).words());
            assertTrue(selected(model).line().unknown());
            assertTrue(
                    selected(model).line().typeInWords().startsWith("unknown"),
                    selected(model).line().typeInWords());
        }
    }

    @Nested
    class ImagesOfTheIncident {
        private ImageModel of(Incident incident, String member) throws EvidenceException {
            var checkpoint = incident.checkpoint("after");
            var archive = checkpoint.archive();
            return model(member, archive.open(archive.find(member).orElseThrow()));
        }

        @Test
        void sayWhereEachFieldLiesAndWhatTheEntryIsAsJson() throws Exception {
            try (var incident = Incident.compared()) {
                var model = of(incident, "checkpoint/core-6.img");
                var comm =
                        model.find(
                                        new FieldQuery("comm=python3"),
                                        FieldPath.of(0),
                                        true,
                                        Progress.SILENT)
                                .orElseThrow();
                model.select(comm);
                var found = selected(model);
                assertEquals("entries[0].tc.comm", found.words());
                assertEquals("python3", found.line().shown());
                model.selectBytes(found.line().valueRange());
                assertEquals(comm, selected(model).path());
                assertTrue(selected(model).byBytes());
                assertTrue(model.json(comm).startsWith("{\n    \"mtype\": \"X86_64\""));
                assertFalse(model.rows().row(comm) < 0, "opened");
            }
        }

        @Test
        void areTheFilesOfATmpfs() throws Exception {
            try (var incident = Incident.compared()) {
                var model = of(incident, "checkpoint/tmpfs-dev-43.tar.gz.img");
                model.select(FieldPath.of(0));
                assertEquals("entries[0]", selected(model).words());
                assertEquals("directory", selected(model).line().type());
                assertEquals("./", selected(model).line().shown());
                model.select(FieldPath.of(0).child(2));
                assertEquals("entries[0].mode", selected(model).words());
                assertEquals("0755", selected(model).line().shown());
            }
        }
    }

    @Nested
    class ARuleSet {
        @Test
        void isShownLineByLineWithItsBytes() throws EvidenceException {
            var text = "*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n".getBytes(US_ASCII);
            var model = model("iptables-9.img", ByteSource.of("iptables-9.img", text));
            model.selectBytes(ByteRange.of(10, 3));
            assertEquals("entries[1]", selected(model).words());
            assertEquals(":INPUT ACCEPT [0:0]", selected(model).line().shown());
        }
    }
}
