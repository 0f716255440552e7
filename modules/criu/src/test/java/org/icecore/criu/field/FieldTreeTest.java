package org.icecore.criu.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.SkOptsEntry;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The fields of an image")
class FieldTreeTest {

    private static final String PSTREE = "19435654" + "30302750";

    private static ByteSource image(String hex) {
        return ByteSource.of("pstree.img", HexFormat.of().parseHex(hex));
    }

    private record Read(List<String> lines, List<String> told) {}

    private static Read read(ByteSource source, ImageKind kind) throws EvidenceException {
        var lines = new ArrayList<String>();
        var tree = FieldTree.of(source, kind);
        lines(tree.header(), "", lines);
        var walk = tree.entries();
        for (Optional<FieldEntry> entry = walk.next(); entry.isPresent(); entry = walk.next()) {
            lines(entry.get().node("entry"), "", lines);
        }
        return new Read(lines, walk.defects().stream().map(Defect::toString).toList());
    }

    private static void lines(FieldNode node, String indent, List<String> lines) {
        lines.add(
                "%s%s %s %s [%s]"
                        .formatted(indent, node.range(), node.type(), node.name(), node.shown()));
        node.children().forEach(child -> lines(child, indent + " ", lines));
    }

    @Nested
    class SayWhereTheyLie {

        @Test
        void fromTagToEnd() throws EvidenceException {
            assertEquals(
                    """
                    0x0..0x8 two u32 magic [PSTREE]
                     0x0..0x4 u32 common [IMG_COMMON]
                     0x4..0x8 u32 kind [PSTREE]
                    0x8..0x18 PstreeEntry entry []
                     0x8..0xc u32 size [12]
                     0xc..0xe uint32 pid [1]
                     0xe..0x10 uint32 ppid [0]
                     0x10..0x15 packed uint32 threads [2 values]
                      0x12..0x14 element [0] [300]
                      0x14..0x15 element [1] [2]
                     0x15..0x18 uint32 sid [300]
                    """,
                    String.join(
                                    "\n",
                                    read(
                                                    image(
                                                            PSTREE
                                                                    + "0c000000"
                                                                    + "08011000"
                                                                    + "2a03ac0202"
                                                                    + "20ac02"),
                                                    ImageKind.PSTREE)
                                            .lines())
                            + "\n");
        }

        @Test
        void whetherTheSchemaKnowsThemOrNot() throws EvidenceException {
            // field 15: number, field 100: bytes, field 9: group around field 1, field 1 (pid) as
            // bytes
            assertEquals(
                    """
                     0xc..0xe unknown number #15 [1 byte]
                     0xe..0x13 unknown bytes #100 [2 bytes]
                     0x13..0x17 unknown group #9 [3 bytes]
                     0x17..0x1a unknown bytes ppid [1 byte]
                    """,
                    String.join(
                                    "\n",
                                    read(
                                                    image(
                                                            PSTREE
                                                                    + "0e000000"
                                                                    + "7805"
                                                                    + "a206026162"
                                                                    + "4b08014c"
                                                                    + "120100"),
                                                    ImageKind.PSTREE)
                                            .lines()
                                            .subList(5, 9))
                            + "\n");
        }

        @Test
        void andWhatTheInstructionsOfASocketFilterSay() {
            byte[] options =
                    SkOptsEntry.newBuilder()
                            .addSoFilter(0x28L << 48 | 12)
                            .addSoFilter(0x15L << 48 | 1L << 32 | 0x800)
                            .addSoFilter(0x6L << 48)
                            .buildPartial()
                            .toByteArray();
            var message =
                    new FieldValue.Message(
                            SkOptsEntry.getDescriptor(),
                            new EntryBytes(options, 0),
                            0,
                            options.length,
                            0,
                            false);
            assertEquals(
                    List.of("ldh [12]", "jeq #0x800, 2, 3 (beyond the end)", "ret #0x0"),
                    message.fields().stream().map(FieldNode::shown).toList());
        }

        @Test
        void upToTheByteThatCannotBeRead() throws EvidenceException {
            var read = read(image(PSTREE + "05000000" + "0801" + "ffffff"), ImageKind.PSTREE);
            assertEquals(
                    " 0xe..0x11 unreadable ? [a number reaches beyond the end]",
                    read.lines().getLast());
        }

        @Test
        void withoutAGapBetweenThem() throws EvidenceException {
            var source =
                    image(
                            PSTREE
                                    + "0e000000"
                                    + "7805"
                                    + "a206026162"
                                    + "4b08014c"
                                    + "120100"
                                    + "02000000"
                                    + "0801");
            var walk = FieldTree.of(source, ImageKind.PSTREE).entries();
            long end = 8;
            for (var entry = walk.next(); entry.isPresent(); entry = walk.next()) {
                assertEquals(end, entry.get().range().start());
                for (FieldNode part : entry.get().node("entry").children()) {
                    assertEquals(end, part.range().start(), part.name());
                    end = part.range().end();
                }
                assertEquals(end, entry.get().range().end());
            }
            assertEquals(source.size(), end);
        }
    }

    @Nested
    class OfHostileBytes {

        @Test
        void areFewHoweverLongTheLengthsClaimToBe() throws EvidenceException {
            var read =
                    read(image(PSTREE + "0b000000" + "2affffffffffffffffff01"), ImageKind.PSTREE);
            assertEquals(6, read.lines().size());
            assertEquals(
                    List.of(
                            "pstree.img+0x17..0x1b: entry of 4294967295 bytes, of which 0 are there"),
                    read(
                                    image(
                                            PSTREE
                                                    + "0b000000"
                                                    + "2affffffffffffffffff01"
                                                    + "ffffffff"),
                                    ImageKind.PSTREE)
                            .told());
        }

        @Test
        void endWhereGroupsNeverDo() throws EvidenceException {
            byte[] groups = new byte[8 + 4 + 1000];
            System.arraycopy(HexFormat.of().parseHex(PSTREE + "e8030000"), 0, groups, 0, 12);
            Arrays.fill(groups, 12, groups.length, (byte) 0x4b);
            var read = read(ByteSource.of("pstree.img", groups), ImageKind.PSTREE);
            assertEquals(
                    " 0xc..0x3f4 unreadable ? [more than 32 groups in one another]",
                    read.lines().getLast());
        }

        @Test
        void areNoneBehindAnotherMagic() {
            try {
                FieldTree.of(image("19435654" + "11223344"), ImageKind.PSTREE);
            } catch (EvidenceException e) {
                assertEquals(
                        "pstree.img+0x4..0x8: magic 0x44332211; 0x50273030 of PSTREE was expected",
                        e.getMessage());
                return;
            }
            throw new AssertionError("read as a process tree");
        }
    }

    @Test
    void areShownInTheWayOfFieldsThatExist() {
        Set<String> unknown = new TreeSet<>(DisplayTable.all().keySet());
        for (ImageKind kind : ImageKind.values()) {
            kind.message().ifPresent(message -> known(message.getDescriptorForType(), unknown));
        }
        known(org.icecore.criu.proto.PagemapEntry.getDescriptor(), unknown);
        known(CoreEntry.getDescriptor(), unknown);
        assertTrue(unknown.isEmpty(), unknown.toString());
    }

    private static void known(
            com.google.protobuf.Descriptors.Descriptor type, Set<String> unknown) {
        for (var field : type.getFields()) {
            unknown.remove(type.getName() + "." + field.getName());
            if (field.getJavaType()
                            == com.google.protobuf.Descriptors.FieldDescriptor.JavaType.MESSAGE
                    && field.getMessageType() != type) {
                known(field.getMessageType(), unknown);
            }
        }
    }
}
