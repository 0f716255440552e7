package org.icecore.criu.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageStart;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.proto.BpfmapDataEntry;
import org.icecore.criu.proto.FownEntry;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.IpcDescEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.IpcShmEntry;
import org.icecore.criu.proto.PidfdEntry;
import org.icecore.criu.proto.PipeDataEntry;
import org.icecore.criu.proto.SkOptsEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.UtsnsEntry;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An image as JSON")
class ImageJsonTest {

    private static final IpcDescEntry DESCRIPTION =
            IpcDescEntry.newBuilder()
                    .setKey(7)
                    .setUid(0)
                    .setGid(0)
                    .setCuid(0)
                    .setCgid(0)
                    .setMode(384)
                    .setId(2)
                    .build();
    private static final String DESCRIBED =
            "\"desc\": {\"key\": 7, \"uid\": 0, \"gid\": 0, \"cuid\": 0, \"cgid\": 0, \"mode\": 384, \"id\": 2}";

    private static InetSkEntry.Builder socket() {
        return InetSkEntry.newBuilder()
                .setId(1)
                .setIno(2)
                .setFamily(10)
                .setType(1)
                .setProto(6)
                .setState(10)
                .setSrcPort(80)
                .setDstPort(0)
                .setFlags(2)
                .setBacklog(0)
                .setFown(
                        FownEntry.newBuilder()
                                .setUid(0)
                                .setEuid(0)
                                .setSignum(0)
                                .setPidType(0)
                                .setPid(0))
                .setOpts(
                        SkOptsEntry.newBuilder()
                                .setSoSndbuf(0)
                                .setSoRcvbuf(0)
                                .setSoSndTmoSec(0)
                                .setSoSndTmoUsec(0)
                                .setSoRcvTmoSec(0)
                                .setSoRcvTmoUsec(0));
    }

    @Nested
    class OfEachKindWithMessages {

        static Stream<ImageKind> kinds() {
            return EnumSet.allOf(ImageKind.class).stream()
                    .filter(kind -> kind.message().isPresent());
        }

        /// A message in which every field is there: numbers 1, text `t`, one byte, lists of one.
        private static Message full(Message type, int depth) {
            var builder = type.newBuilderForType();
            for (FieldDescriptor field : type.getDescriptorForType().getFields()) {
                if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && depth == 0) {
                    continue;
                }
                Object value =
                        switch (field.getJavaType()) {
                            case INT -> 1;
                            case LONG -> 1L;
                            case BOOLEAN -> true;
                            case STRING -> "t";
                            case BYTE_STRING -> ByteString.copyFrom(new byte[] {1});
                            case ENUM -> field.getEnumType().getValues().getLast();
                            case MESSAGE ->
                                    full(
                                            builder.newBuilderForField(field).buildPartial(),
                                            depth - 1);
                            case FLOAT, DOUBLE -> throw new AssertionError(field);
                        };
                if (field.isRepeated()) {
                    builder.addRepeatedField(field, value);
                } else {
                    builder.setField(field, value);
                }
            }
            return builder.build();
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void holdsEveryFieldOfTheSchema(ImageKind kind) {
            var message = full(kind.message().orElseThrow(), 8);
            var payload =
                    switch (kind.payload()) {
                        case SYSV_SEMAPHORES -> 8;
                        case SYSV_MESSAGES -> 0;
                        default -> 2;
                    };
            var image = Bytes.of(kind).message(message);
            if (kind.payload() == PayloadForm.SYSV_MESSAGES) {
                image.message(IpcMsg.newBuilder().setMtype(1).setMsize(0).build());
            } else if (kind.payload() != PayloadForm.NONE
                    && kind.payload() != PayloadForm.GHOST_CONTENT
                    && kind.payload() != PayloadForm.SYSV_SEGMENT) {
                image.raw(
                        new byte
                                [kind.payload() == PayloadForm.PIPE_DATA
                                                || kind.payload() == PayloadForm.SOCKET_PACKET
                                        ? 1
                                        : payload]);
            }
            for (var printed : List.of(image.plain(), image.pretty())) {
                assertEquals(List.of(), printed.told(), printed.json());
                named(message, printed.json());
            }
        }

        private static void named(Message message, String json) {
            message.getAllFields()
                    .forEach(
                            (field, value) -> {
                                assertTrue(
                                        json.contains("\"%s\": ".formatted(field.getName())),
                                        field.getFullName() + " is not in " + json);
                                if (value instanceof Message inner) {
                                    named(inner, json);
                                }
                            });
        }
    }

    @Nested
    class ShowsValues {

        @Test
        void asNumbersUnlessPretty() {
            var image =
                    Bytes.of(ImageKind.INETSK)
                            .message(socket().addSrcAddr(0x0100007f).addDstAddr(0).build());
            assertTrue(
                    image.plain()
                            .json()
                            .contains(
                                    "\"family\": 10, \"type\": 1, \"proto\": 6, \"state\": 10, \"src_port\": 80, "
                                            + "\"dst_port\": 0, \"flags\": 2, \"backlog\": 0, \"src_addr\": [16777343], "
                                            + "\"dst_addr\": [0]"),
                    image.plain().json());
            assertTrue(
                    image.pretty()
                            .json()
                            .contains(
                                    "\"family\": \"INET6\", \"type\": \"STREAM\", \"proto\": \"TCP\", \"state\": \"LISTEN\", "
                                            + "\"src_port\": 80, \"dst_port\": 0, \"flags\": \"0x2\", \"backlog\": 0, "
                                            + "\"src_addr\": [\"127.0.0.1\"], \"dst_addr\": [\"0.0.0.0\"]"),
                    image.pretty().json());
        }

        @ParameterizedTest
        @CsvSource({
            "00000000 00000000 00000000 00000001, ::1",
            "20010db8 00000000 00000000 00000000, 2001:db8::",
            "20010db8 00000001 00000000 0000000a, 2001:db8:0:1::a",
            "00000000 00000000 00000000 00000000, ::",
            "00010002 00030004 00050006 00070008, 1:2:3:4:5:6:7:8",
            "00010000 00030000 00050000 00070000, 1:0:3:0:5:0:7:0",
            "00000000 00000000 0000ffff 7f000001, ::ffff:7f00:1",
        })
        void andFourWordsAsAnAddressOfIpv6(String words, String shown) {
            var entry = socket().addDstAddr(0);
            for (String word : words.split(" ")) {
                entry.addSrcAddr(Integer.reverseBytes((int) Long.parseLong(word, 16)));
            }
            var json = Bytes.of(ImageKind.INETSK).message(entry.build()).pretty().json();
            assertTrue(json.contains("\"src_addr\": [\"%s\"]".formatted(shown)), json);
        }

        @Test
        void andAddressesOfABigEndianMachineTheRightWayRound() {
            var image =
                    Bytes.bigEndian(ImageKind.INETSK)
                            .message(socket().addSrcAddr(0x7f000001).addDstAddr(0).build());
            assertTrue(image.pretty().json().contains("\"src_addr\": [\"127.0.0.1\"]"));
        }

        @Test
        void andTwoWordsWhichAreNoAddressAsNumbers() {
            var json =
                    Bytes.of(ImageKind.INETSK)
                            .message(socket().addSrcAddr(1).addSrcAddr(2).addDstAddr(0).build())
                            .pretty()
                            .json();
            assertTrue(json.contains("\"src_addr\": [1, 2]"), json);
        }

        @Test
        void ofAKindThatCritDoesNotKnow() {
            assertEquals(
                    "{\"magic\": \"PIDFD\", \"entries\": [{\"id\": 3, \"ino\": 4, \"flags\": 2, \"nspid\": 9, "
                            + "\"fown\": {\"uid\": 0, \"euid\": 0, \"signum\": 0, \"pid_type\": 0, \"pid\": 0}}]}",
                    Bytes.of(ImageKind.PIDFD)
                            .message(
                                    PidfdEntry.newBuilder()
                                            .setId(3)
                                            .setIno(4)
                                            .setNspid(9)
                                            .setFlags(2)
                                            .setFown(socket().getFown())
                                            .build())
                            .pretty()
                            .json());
        }

        @Test
        void andTextAsPythonEscapesIt() {
            var image =
                    Bytes.of(ImageKind.UTSNS)
                            .entry(
                                    HexFormat.of()
                                            .parseHex(
                                                    "0a0a"
                                                            + "22615cc3a4090a1bff7f"
                                                            + "1204"
                                                            + "f09f9880"));
            assertEquals(
                    "{\"nodename\": \"\\\"a\\\\\\u00e4\\t\\n\\u001b\\udcff\\u007f\", \"domainname\": \"\\ud83d\\ude00\"}",
                    image.plain().entries());
        }

        @Test
        void andFieldsByNumberWhateverTheirOrder() {
            var backwards = HexFormat.of().parseHex("120164" + "0a016e");
            assertEquals(
                    "{\"nodename\": \"n\", \"domainname\": \"d\"}",
                    Bytes.of(ImageKind.UTSNS).entry(backwards).plain().entries());
        }

        @Test
        void andTheLastOfAFieldThatOccursTwice() {
            var twice = HexFormat.of().parseHex("0a016e" + "120164" + "0a016f");
            assertEquals(
                    "{\"nodename\": \"o\", \"domainname\": \"d\"}",
                    Bytes.of(ImageKind.UTSNS).entry(twice).plain().entries());
        }

        @Test
        void andTwoOccurrencesOfAMessageAsOne() {
            // timens: monotonic {tv_sec 1}, boottime {1, 2}, monotonic {tv_nsec 5}
            var parts = HexFormat.of().parseHex("0a020801" + "120408011002" + "0a021005");
            assertEquals(
                    "{\"monotonic\": {\"tv_sec\": 1, \"tv_nsec\": 5}, \"boottime\": {\"tv_sec\": 1, \"tv_nsec\": 2}}",
                    Bytes.of(ImageKind.TIMENS).entry(parts).plain().entries());
        }

        @Test
        void andListsPackedOrNot() {
            // pstree: pid 1, ppid 0, pgid 1, sid 1, threads [1], then packed [300, 2]
            var entry = HexFormat.of().parseHex("0801100018012001" + "2801" + "2a03ac0202");
            assertEquals(
                    "{\"pid\": 1, \"ppid\": 0, \"pgid\": 1, \"sid\": 1, \"threads\": [1, 300, 2]}",
                    Bytes.of(ImageKind.PSTREE).entry(entry).plain().entries());
        }

        @Test
        void andTheDeviceOfTheIrmapCacheAsTheKernelHasIt() {
            // dev 0x800003, inode 4, path "p"
            var entry = HexFormat.of().parseHex("0883808004" + "1004" + "1a0170");
            var printed = Bytes.of(ImageKind.IRMAP_CACHE).entry(entry).pretty();
            assertEquals("{\"dev\": \"8:3\", \"inode\": 4, \"path\": \"p\"}", printed.entries());
        }
    }

    @Nested
    class ShowsWhatFollowsAMessage {

        @Test
        void pipeDataAsBase64InLinesOf76() {
            assertEquals(
                    "{\"pipe_id\": 1, \"bytes\": 60, \"size\": 4096, \"extra\": \""
                            + "eHh4".repeat(19)
                            + "\\neHh4\\n\"}",
                    Bytes.of(ImageKind.PIPES_DATA)
                            .message(
                                    PipeDataEntry.newBuilder()
                                            .setPipeId(1)
                                            .setBytes(60)
                                            .setSize(4096)
                                            .build())
                            .raw("x".repeat(60))
                            .plain()
                            .entries());
        }

        @Test
        void keysAndValuesOfABpfMapInOnePiece() {
            assertEquals(
                    "{\"map_id\": 1, \"keys_bytes\": 2, \"values_bytes\": 1, \"count\": 1, \"extra\": \"a2t2\\n\"}",
                    Bytes.of(ImageKind.BPFMAP_DATA)
                            .message(
                                    BpfmapDataEntry.newBuilder()
                                            .setMapId(1)
                                            .setKeysBytes(2)
                                            .setValuesBytes(1)
                                            .setCount(1)
                                            .build())
                            .raw("kkv")
                            .plain()
                            .entries());
        }

        @Test
        void bothQueuesOfATcpConnection() {
            var printed =
                    Bytes.of(ImageKind.TCP_STREAM)
                            .message(
                                    TcpStreamEntry.newBuilder()
                                            .setInqLen(2)
                                            .setInqSeq(1)
                                            .setOutqLen(1)
                                            .setOutqSeq(1)
                                            .setOptMask(7)
                                            .setSndWscale(0)
                                            .setMssClamp(0)
                                            .build())
                            .raw("ino")
                            .pretty();
            assertTrue(
                    printed.json()
                            .endsWith(
                                    "\"mss_clamp\": 0, \"extra\": {\"inq\": \"aW4=\\n\", \"outq\": \"bw==\\n\"}}]}"),
                    printed.json());
        }

        @Test
        void semaphoresInTheByteOrderOfTheMachine() {
            var entry = IpcSemEntry.newBuilder().setDesc(DESCRIPTION).setNsems(3).build();
            var expected = "{%s, \"nsems\": 3, \"extra\": [1, 258, 65535]}".formatted(DESCRIBED);
            assertEquals(
                    expected,
                    Bytes.of(ImageKind.IPCNS_SEM)
                            .message(entry)
                            .u16(1, 258, 65535, 0)
                            .plain()
                            .entries());
            assertEquals(
                    expected,
                    Bytes.bigEndian(ImageKind.IPCNS_SEM)
                            .message(entry)
                            .u16(1, 258, 65535, 0)
                            .plain()
                            .entries());
        }

        @Test
        void queuedMessagesEachBeforeItsBytes() {
            var image =
                    Bytes.of(ImageKind.IPCNS_MSG)
                            .message(
                                    IpcMsgEntry.newBuilder()
                                            .setDesc(DESCRIPTION)
                                            .setQbytes(100)
                                            .setQnum(2)
                                            .build())
                            .message(IpcMsg.newBuilder().setMtype(5).setMsize(8).build())
                            .raw("8 bytes!")
                            .message(IpcMsg.newBuilder().setMtype(6).setMsize(1).build())
                            .raw("1.......");
            assertEquals(
                    ("{%s, \"qbytes\": 100, \"qnum\": 2, \"extra\": [{\"mtype\": 5, \"msize\": 8}, \"OCBieXRlcyE=\\n\","
                                    + " {\"mtype\": 6, \"msize\": 1}, \"MQ==\\n\"]}")
                            .formatted(DESCRIBED),
                    image.plain().entries());
        }

        /// crit would take the second segment for content of the first.
        @Test
        void nothingForASegmentWhoseContentLiesInAPagemap() {
            var segment =
                    IpcShmEntry.newBuilder()
                            .setDesc(DESCRIPTION)
                            .setSize(4096)
                            .setInPagemaps(true)
                            .build();
            var one =
                    "{%s, \"size\": 4096, \"in_pagemaps\": true, \"extra\": \"\"}"
                            .formatted(DESCRIBED);
            assertEquals(
                    one + ", " + one,
                    Bytes.of(ImageKind.IPCNS_SHM)
                            .message(segment)
                            .message(segment)
                            .plain()
                            .entries());
        }

        @Test
        void pagesOfOldVersionsOfCriuBehindTheirAddresses() throws EvidenceException {
            var image =
                    Bytes.of(ImageKind.PAGES)
                            .u32(0x56084025)
                            .u32(0x1000)
                            .u32(0x7f)
                            .raw("\0".repeat(4096));
            assertEquals(
                    Optional.of(ImageKind.PAGES_OLD),
                    ImageStart.recognise("pages-7.img", image.source()));
            var printed =
                    Bytes.print(
                            image.source(), ImageKind.PAGES_OLD, ImageJson.pretty().indented(-1));
            assertTrue(
                    printed.json()
                            .startsWith(
                                    "{\"magic\": \"PAGES_OLD\", \"entries\": "
                                            + "[{\"vaddr\": \"0x7f00001000\", \"extra\": \"AAAA"),
                    printed.json());
            assertEquals(List.of(), printed.told());
        }

        @Test
        void chunksOfAGhostFileAsEntriesOfTheirOwn() {
            var image =
                    Bytes.of(ImageKind.GHOST_FILE)
                            .message(
                                    GhostFileEntry.newBuilder()
                                            .setUid(0)
                                            .setGid(0)
                                            .setMode(33188)
                                            .setDev(0x800001)
                                            .setRdev(0x0501)
                                            .setChunks(true)
                                            .setSize(8192)
                                            .build())
                            .message(GhostChunkEntry.newBuilder().setLen(3).setOff(4096).build())
                            .raw("abc")
                            .message(GhostChunkEntry.newBuilder().setLen(0).setOff(8000).build());
            assertEquals(
                    "{\"uid\": 0, \"gid\": 0, \"mode\": 33188, \"dev\": \"8:1\", \"rdev\": \"5:1\", \"chunks\": true, "
                            + "\"size\": 8192}, {\"len\": 3, \"off\": 4096, \"extra\": \"YWJj\\n\"}, "
                            + "{\"len\": 0, \"off\": 8000, \"extra\": \"\"}",
                    image.pretty().entries());
        }
    }

    @Nested
    class OfARawImage {

        @Test
        void hasALineOfARuleSetPerEntry() {
            assertEquals(
                    "{\"magic\": \"IPTABLES\", \"entries\": [{\"line\": \"*filter\"}, {\"line\": \"COMMIT\"}]}",
                    Bytes.of(ImageKind.IPTABLES).raw("*filter\nCOMMIT\n").pretty().json());
        }

        @Test
        void hasANetlinkMessagePerEntry() {
            // magic, then RTM_NEWRULE: INET, table LOCAL, action TO_TBL; FRA_TABLE 255,
            // FRA_PRIORITY 0
            var image =
                    Bytes.of(ImageKind.RULE)
                            .raw(
                                    HexFormat.of()
                                            .parseHex(
                                                    "86697071"
                                                            + "2c000000"
                                                            + "2000"
                                                            + "0200"
                                                            + "01000000"
                                                            + "00000000"
                                                            + "02000000"
                                                            + "ff000001"
                                                            + "00000000"
                                                            + "08000f00"
                                                            + "ff000000"
                                                            + "08000600"
                                                            + "00000000"));
            assertEquals(
                    "{\"magic\": \"RULE\", \"entries\": [{\"type\": \"RTM_NEWRULE\", \"flags\": \"NLM_F_MULTI\", "
                            + "\"seq\": 1, \"pid\": 0, \"family\": \"INET\", \"dst_len\": 0, \"src_len\": 0, "
                            + "\"tos\": 0, \"table\": \"LOCAL\", \"action\": \"TO_TBL\", \"rule_flags\": \"\", "
                            + "\"attributes\": [{\"FRA_TABLE\": 255}, {\"FRA_PRIORITY\": 0}]}]}",
                    image.plain().json());
            assertEquals(List.of(), image.plain().told());
        }

        @Test
        void isWholeAndToldWhereItDoesNotBeginAsItMust() {
            var printed = Bytes.of(ImageKind.TMPFS_DEV).raw("no gzip").plain();
            assertEquals("{\"magic\": \"TMPFS_DEV\", \"entries\": []}", printed.json());
            assertEquals(1, printed.told().size());
        }

        @Test
        void ofPagesIsTheirBytes() {
            assertEquals(
                    "{\"extra\": \"cGFnZQ==\\n\"}",
                    Bytes.of(ImageKind.PAGES).raw("page").plain().entries());
        }
    }

    @Nested
    class OfADamagedImage {

        @Test
        void endsInOrderAndTellsWhere() {
            var image =
                    Bytes.of(ImageKind.UTSNS)
                            .message(
                                    UtsnsEntry.newBuilder()
                                            .setNodename("n")
                                            .setDomainname("d")
                                            .build())
                            .raw("xy");
            assertEquals("{\"nodename\": \"n\", \"domainname\": \"d\"}", image.plain().entries());
            assertEquals(
                    List.of("test.img+0x12..0x14: 2 trailing bytes; the size of an entry takes 4"),
                    image.plain().told());
        }

        @Test
        void tellsOfRequiredFieldsThatAreNotThere() {
            var printed = Bytes.of(ImageKind.UTSNS).entry(new byte[0]).plain();
            assertEquals("{}", printed.entries());
            assertEquals(
                    List.of("test.img+0xc..0xc: UtsnsEntry without required nodename, domainname"),
                    printed.told());
        }

        @Test
        void showsWhatIsThereOfAPayload() {
            var printed =
                    Bytes.of(ImageKind.PIPES_DATA)
                            .message(
                                    PipeDataEntry.newBuilder()
                                            .setPipeId(1)
                                            .setBytes(60)
                                            .setSize(1)
                                            .build())
                            .raw("abc")
                            .plain();
            assertEquals(
                    "{\"pipe_id\": 1, \"bytes\": 60, \"size\": 1, \"extra\": \"YWJj\\n\"}",
                    printed.entries());
            assertEquals(
                    List.of("test.img+0x12..0x15: pipe data of 60 bytes, of which 3 are there"),
                    printed.told());
        }

        @Test
        void showsTheFieldsBeforeTheOneThatCannotBeRead() {
            // nodename "n", then a text of 127 bytes that are not there
            var printed =
                    Bytes.of(ImageKind.UTSNS)
                            .entry(HexFormat.of().parseHex("0a016e" + "127f64"))
                            .plain();
            assertEquals("{\"nodename\": \"n\"}", printed.entries());
            assertEquals(
                    List.of(
                            "test.img+0xc..0x12: UtsnsEntry without required domainname",
                            "test.img+0xf..0x12: a value of 127 bytes, of which 1 is there"),
                    printed.told());
        }
    }
}
