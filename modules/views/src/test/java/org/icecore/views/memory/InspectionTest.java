package org.icecore.views.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private static String readings(HexBytes bytes) {
        return new Inspection(bytes, _ -> Optional.empty())
                .readings().stream()
                        .map(
                                reading ->
                                        "%s | %s | %s\n"
                                                .formatted(
                                                        reading.type(),
                                                        reading.little(),
                                                        reading.big()))
                        .collect(Collectors.joining());
    }

    private static HexBytes bytes(String hex) {
        return HexBytes.captured(0x1000, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void readsNumbersInBothOrders() {
        assertEquals(
                """
                i8 | -4 |\s
                u8 | 252 |\s
                i16 | 18684 | -952
                u16 | 18684 | 64584
                i32 | -461158148 | -62356508
                u32 | 3833809148 | 4232610788
                i64 | -8029758771301234436 | -267819158516756336
                u64 | 10416985302408317180 | 18178924915192795280
                pointer | not mapped  (0x909090f0e48348fc) |\s
                UTF-8 | not UTF-8 |\s
                time32 | - | -
                time64 | - | -
                """,
                readings(bytes("fc 48 83 e4 f0 90 90 90"))
                        .lines()
                        .filter(line -> !line.startsWith("f"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void readsFloatingPointNumbers() {
        assertEquals(
                "f32 | 1.5 | 6.8965E-41", readings(bytes("00 00 c0 3f")).lines().toList().get(8));
        assertEquals(
                "f64 | -2.25 | 3.48E-321",
                readings(bytes("00 00 00 00 00 00 02 c0")).lines().toList().get(9));
    }

    @Test
    void readsTimesInUtc() {
        var time =
                readings(bytes("01 2c 21 69 00 00 00 00"))
                        .lines()
                        .filter(line -> line.startsWith("time"))
                        .toList();
        assertEquals("time32 | 2025-11-22 03:20:33 UTC | 1970-08-16 15:42:33 UTC", time.getFirst());
        assertEquals("time64 | 2025-11-22 03:20:33 UTC | -", time.getLast());
    }

    @Test
    void showsQuestionMarksWhereAByteWasNotCaptured() {
        var bytes = bytes("41 42 43 44 45 46 47 48").mark(2, 1, ByteState.NOT_CAPTURED);
        var lines = readings(bytes).lines().toList();
        assertEquals("u16 | 16961 | 16706", lines.get(3));
        assertEquals("u32 | ?? | ??", lines.get(5));
        assertEquals("UTF-8 | \"AB\" | ", lines.get(11));
    }

    @Test
    void quotesTextAndEscapesWhatCannotBeSeen() {
        var text =
                HexBytes.captured(0, "\u00fcH\u0001\u202e!\0rest".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "UTF-8 | \"\u00fcH\\x01\\u{202e}!\" | ", readings(text).lines().toList().get(11));
    }
}
