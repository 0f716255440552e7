package org.icecore.criu.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.SeccompEntry;
import org.icecore.criu.raw.BpfProgram.Use;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A program of classic BPF")
class BpfProgramTest {

    private static final Path ROOT = Path.of(System.getProperty("icecore.root"), "modules");

    private static BpfProgram seccomp(String hex) {
        return BpfProgram.of(
                HexFormat.of().parseHex(hex.replace(" ", "")),
                ByteOrder.LITTLE_ENDIAN,
                Use.SECCOMP);
    }

    @Nested
    class IsShown {

        /// To change the golden file on purpose, run with `-Dicecore.golden.write=true` and read the difference.
        @Test
        void whereAnEngineMadeIt() throws IOException, EvidenceException {
            var golden =
                    ROOT.resolve("criu/src/test/resources/org/icecore/criu/raw/seccomp-podman.txt");
            var archive = ROOT.resolve("fixtures/evidence/podman-criu411/after.tar.zst");
            try (var opened = Archive.open(archive, Progress.unwatched())) {
                var member = opened.find("checkpoint/seccomp.img").orElseThrow();
                var filters =
                        ImageFile.read(opened.open(member), ImageName.of(ImageKind.SECCOMP))
                                .messages(SeccompEntry.class)
                                .getFirst()
                                .getSeccompFiltersList();
                var text = new StringBuilder();
                for (var filter : filters) {
                    var program =
                            BpfProgram.of(
                                    filter.getFilter().toByteArray(),
                                    ByteOrder.LITTLE_ENDIAN,
                                    Use.SECCOMP);
                    assertEquals(Optional.empty(), program.defect());
                    text.append(program.text());
                }
                if (Boolean.getBoolean("icecore.golden.write")) {
                    Files.writeString(golden, text);
                } else if (!Files.exists(golden)) {
                    fail("there is no " + golden);
                }
                assertEquals(Files.readString(golden).replace("\r\n", "\n"), text.toString());
            }
        }

        @Test
        void withSystemCallsNamedOnX8664Alone() {
            assertEquals(
                    """
                       0  ld [4]  ; architecture
                       1  jeq #0xc000003e, 2, 4  ; x86_64
                       2  ld [0]  ; system call
                       3  jeq #0x3b, 6, 7  ; execve
                       4  ld [0]  ; system call
                       5  jeq #0x3b, 6, 7
                       6  ret #0x5000d  ; errno 13 EACCES
                       7  ret #0x7fff0000  ; allow
                    """,
                    seccomp(
                                    "2000000004000000"
                                            + "150000023e0000c0"
                                            + "2000000000000000"
                                            + "150002033b000000"
                                            + "2000000000000000"
                                            + "150000013b000000"
                                            + "060000000d000500"
                                            + "060000000000ff7f")
                            .text());
        }

        @Test
        void withSystemCallsNamedWhereNobodyAskedForTheArchitecture() {
            assertEquals(
                    "jeq #0x1, 2, 3  ; write",
                    seccomp("2000000000000000" + "1500000101000000" + "0600000000000000")
                            .instructions()
                            .get(1)
                            .line()
                            .replace("3 (beyond the end)", "3"));
        }

        @Test
        void withoutAMeaningForASocketFilter() {
            long[] words = {0x28L << 48 | 12, 0x15L << 48 | 1L << 32 | 0x800, 0x6L << 48 | 0xffff};
            assertEquals(
                    """
                       0  ldh [12]
                       1  jeq #0x800, 2, 3 (beyond the end)
                       2  ret #0xffff
                    """,
                    BpfProgram.of(words, Use.SOCKET).text());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "0000000007000000 | ld #0x7",
                    "2000000010000000 | ld [16]  ; argument 0, lower half",
                    "200000003c000000 | ld [60]  ; argument 5, upper half",
                    "200000000c000000 | ld [12]  ; instruction pointer, upper half",
                    "3000000009000000 | ldb [9]",
                    "4800000002000000 | ldh [x + 2]",
                    "6000000003000000 | ld M[3]",
                    "8000000000000000 | ld #len",
                    "b10000000e000000 | ldxb 4*([14]&0xf)",
                    "0100000005000000 | ldx #0x5",
                    "0200000001000000 | st M[1]",
                    "0300000001000000 | stx M[1]",
                    "54000000f0000000 | and #0xf0",
                    "0c00000000000000 | add x",
                    "8400000000000000 | neg",
                    "a400000001000000 | xor #0x1",
                    "0700000000000000 | tax",
                    "8700000000000000 | txa",
                    "1600000000000000 | ret a",
                    "0600000000000080 | ret #0x80000000  ; kill the process",
                    "0600000000000000 | ret #0x0  ; kill the thread",
                    "0600000005000300 | ret #0x30005  ; trap 5",
                    "060000000000c07f | ret #0x7fc00000  ; notify a supervisor",
                    "060000000100f07f | ret #0x7ff00001  ; trace 1",
                    "060000000000fc7f | ret #0x7ffc0000  ; log and allow",
                    "0600000000000012 | ret #0x12000000  ; an unknown action, so kill the process",
                    "b400000001000000 | code 0xb4, which is none of classic BPF",
                    "ff01000000000000 | code 0x1ff, which is none of classic BPF",
                    "ff00000000000000 | code 0xff, which is none of classic BPF",
                    "0800000000000000 | code 0x8, which is none of classic BPF",
                    "0e00000000000000 | code 0xe, which is none of classic BPF",
                    "05000000ffffffff | ja 4294967296 (beyond the end)",
                })
        void instructionByInstruction(String hex, String line) {
            assertEquals(line, seccomp(hex).instructions().getFirst().line());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2800000000f0ffff | ldh #proto",
                    "2000000024f0ffff | ld #cpu",
                    "3000000030f0ffff | ldb #vlan_avail",
                    "200000003cf0ffff | ld #vlan_tpid",
                    "2000000001f0ffff | ld [SKF_AD_OFF + 1], which the kernel refuses",
                    "2000000040f0ffff | ld [SKF_AD_OFF + 64], which the kernel refuses",
                    "200000000800f0ff | ld [SKF_NET_OFF + 8]",
                    "280000000c00e0ff | ldh [SKF_LL_OFF + 12]",
                    "500000000900f0ff | ldb [x + SKF_NET_OFF + 9]",
                    "20000000ffffdfff | ld [-2097153]",
                })
        void byWhatLiesBesideThePacket(String hex, String line) {
            var program =
                    BpfProgram.of(
                            HexFormat.of().parseHex(hex), ByteOrder.LITTLE_ENDIAN, Use.SOCKET);
            assertEquals(line, program.instructions().getFirst().line());
        }

        @Test
        void alikeInEitherByteOrder() {
            var big =
                    BpfProgram.of(
                            HexFormat.of().parseHex("0015010200000003"),
                            ByteOrder.BIG_ENDIAN,
                            Use.SOCKET);
            assertEquals(seccomp("1500010203000000").instructions(), big.instructions());
        }
    }

    @Nested
    class OfHostileBytes {

        @Test
        void tellsOfBytesThatAreNoInstruction() {
            var program = seccomp("0600000000000000" + "060000");
            assertEquals(1, program.instructions().size());
            assertEquals(Optional.of("3 bytes after the last whole instruction"), program.defect());
        }

        @Test
        void endsAfterAsManyInstructionsAsTheKernelTakes() {
            var program = BpfProgram.of(new byte[1 << 20], ByteOrder.LITTLE_ENDIAN, Use.SECCOMP);
            assertEquals(4096, program.instructions().size());
            assertEquals(
                    Optional.of("1048576 bytes; no program has more than 4096 instructions"),
                    program.defect());
        }

        @Test
        void hasALineForEachInstructionWhateverItIs() {
            var random = new Random(3);
            for (int round = 0; round < 2000; round++) {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                var program = BpfProgram.of(noise, ByteOrder.LITTLE_ENDIAN, Use.SECCOMP);
                assertEquals(noise.length / 8, program.instructions().size());
                assertTrue(program.instructions().stream().noneMatch(one -> one.text().isEmpty()));
            }
        }
    }
}
