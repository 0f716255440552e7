package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A member of a tar tells")
class TarExtrasTest {

    private static Member only(TarBytes tar) throws EvidenceException {
        var index = tar.end().index();
        assertEquals(List.of(), index.defects());
        return index.members().getFirst();
    }

    @Test
    void theNamesOfItsOwnerAndGroup() throws Exception {
        var member =
                only(
                        aTar().header(
                                        "a",
                                        '0',
                                        0,
                                        block -> {
                                            TarBytes.put(block, TarField.USER, "www-data");
                                            TarBytes.put(block, TarField.GROUP, "adm");
                                        }));
        assertEquals("www-data", member.user());
        assertEquals("adm", member.group());
    }

    @Test
    void theNamesThatItsExtendedHeaderPutsInTheirPlace() throws Exception {
        var member = only(aTar().pax("uname=käthe", "gname=müll").file("a", ""));
        assertEquals("käthe", member.user());
        assertEquals("müll", member.group());
    }

    @Test
    void whichDeviceItIs() throws Exception {
        var member =
                only(
                        aTar().header(
                                        "null",
                                        '3',
                                        0,
                                        block -> {
                                            TarBytes.put(block, TarField.DEVICE_MAJOR, "0000001\0");
                                            TarBytes.put(block, TarField.DEVICE_MINOR, "0000003\0");
                                        }));
        assertEquals("1:3", member.device().orElseThrow().toString());
        assertEquals(Optional.empty(), only(aTar().file("a", "")).device());
    }

    @Test
    void itsTimesToTheNanosecond() throws Exception {
        var member =
                only(
                        aTar().pax(
                                        "mtime=1700000000.123456789",
                                        "atime=1700000001.000000001",
                                        "ctime=-1.5")
                                .file("a", ""));
        assertEquals(Instant.parse("2023-11-14T22:13:20.123456789Z"), member.modified());
        assertEquals(Instant.parse("2023-11-14T22:13:21.000000001Z"), member.accessed().get());
        assertEquals(Instant.parse("1969-12-31T23:59:58.500Z"), member.changed().get());
    }

    @Test
    void theTimesThatStarKeepsBehindThePrefix() throws Exception {
        var member =
                only(
                        aTar().header(
                                        "a",
                                        '0',
                                        0,
                                        block -> {
                                            TarBytes.put(
                                                    block, TarField.STAR_ACCESSED, "14524761400\0");
                                            TarBytes.put(block, TarField.STAR_TRAILER, "tar\0");
                                        }));
        assertEquals(Optional.of(Instant.ofEpochSecond(1_699_996_416)), member.accessed());
        assertEquals(Optional.empty(), member.changed());
    }

    @Nested
    @DisplayName("its extended attributes")
    class Extended {

        @Test
        void inTheirOrderAndWithTheirPlaces() throws Exception {
            var tar = aTar().pax("SCHILY.xattr.user.a=one", "SCHILY.xattr.user.b=").file("a", "");
            var member = only(tar);
            assertEquals(
                    List.of("user.a", "user.b"),
                    member.extended().stream().map(ExtendedAttribute::name).toList());
            var first = member.extended().getFirst();
            assertEquals("one", new String(first.value(), StandardCharsets.UTF_8));
            assertEquals(
                    "one",
                    new String(
                            tar.source().bytes(first.at().start(), (int) first.at().length()),
                            StandardCharsets.UTF_8));
            assertEquals(0, member.extended().getLast().size());
        }

        @Test
        void byteForByte() throws Exception {
            var record = "00 SCHILY.xattr.security.capability=".getBytes(StandardCharsets.UTF_8);
            byte[] value = {
                1, 0, 0, 2, 0, 32, 0, 0, (byte) 0xff, 0, 0, 0, '\n', 0, 0, 0, 0, 0, 0, 0
            };
            var body = new byte[record.length + value.length + 1];
            System.arraycopy(record, 0, body, 0, record.length);
            System.arraycopy(value, 0, body, record.length, value.length);
            body[body.length - 1] = '\n';
            var length = Integer.toString(body.length).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(length, 0, body, 0, length.length);
            var member =
                    only(
                            aTar().header("x", 'x', body.length, _ -> {})
                                    .raw(body)
                                    .pad()
                                    .file("ping", ""));
            assertArrayEquals(value, member.extended().getFirst().value());
        }

        @Test
        void thatLibarchiveWritesTwiceOnlyOnce() throws Exception {
            var member =
                    only(
                            aTar().pax(
                                            "LIBARCHIVE.xattr.user.a=b25l",
                                            "SCHILY.xattr.user.a=one",
                                            "LIBARCHIVE.xattr.user.b=dHdv",
                                            "SCHILY.acl.access=user::rw-",
                                            "RHT.security.selinux=label")
                                    .file("a", ""));
            assertEquals(
                    List.of(
                            "user.a one",
                            "user.b two",
                            "acl.access user::rw-",
                            "security.selinux label"),
                    member.extended().stream()
                            .map(
                                    one ->
                                            one.name()
                                                    + " "
                                                    + new String(
                                                            one.value(), StandardCharsets.UTF_8))
                            .toList());
        }

        @Test
        void ofWhichTheNextMemberHasNone() throws Exception {
            var index =
                    aTar().pax("SCHILY.xattr.user.a=one").file("a", "").file("b", "").end().index();
            assertEquals(List.of(), index.members().getLast().extended());
        }

        @Test
        void ofWhichALongOneIsKeptInPart() throws Exception {
            var attribute =
                    only(aTar().pax("SCHILY.xattr.user.a=" + "v".repeat(60_000)).file("a", ""))
                            .extended()
                            .getFirst();
            assertEquals(1024, attribute.value().length);
            assertEquals(60_000, attribute.size());
            assertEquals(60_000, attribute.at().length());
        }

        @Test
        void onlySoFarAsMemoryAllows() throws Exception {
            var tar = aTar();
            var records = new String[300];
            for (int record = 0; record < records.length; record++) {
                records[record] = "SCHILY.xattr.user." + record + "=" + "v".repeat(1000);
            }
            for (int member = 0; member < 60; member++) {
                tar.pax(records).file("a" + member, "");
            }
            var index = tar.end().index();
            assertEquals(60, index.members().size());
            assertEquals(1, index.defects().size());
            assertTrue(
                    index.defects()
                            .getFirst()
                            .text()
                            .startsWith("extended attributes take more than 16 MiB"));
            assertEquals(300, index.members().getFirst().extended().size());
            assertEquals(0, index.members().getLast().extended().size());
        }
    }
}
