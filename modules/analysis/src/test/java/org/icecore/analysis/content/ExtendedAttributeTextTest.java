package org.icecore.analysis.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ExtendedAttribute;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An extended attribute")
class ExtendedAttributeTextTest {

    private static String text(String name, byte[] value) {
        return ExtendedAttributeText.of(
                new ExtendedAttribute(name, value, value.length, new ByteRange(0, value.length)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0100000200200000000000000000000000000000         | cap_net_raw=ep
                    0000000200340000002000000000000000000000         | cap_net_raw=ip cap_net_bind_service,cap_net_admin=p
                    010000020000000000000000c000000000000000         | cap_perfmon,cap_bpf=ep
                    0100000300200000000000000000000000000000e8030000 | cap_net_raw=ep for the user namespace of uid 1000
                    010000010020000000000000                         | cap_net_raw=ep
                    0000000200000000000000000000000000000000         | none
                    01000002002000                                   | 0x01000002002000 (no form of file capabilities that is known)
                    01                                               | 0x01
                    """)
    void ofCapabilitiesNamesThem(String value, String text) {
        assertEquals(
                "security.capability=" + text,
                text("security.capability", HexFormat.of().parseHex(value)));
    }

    @Test
    void isTextOrHexadecimal() {
        assertEquals(
                "security.selinux=system_u:object_r",
                text("security.selinux", "system_u:object_r\0".getBytes(StandardCharsets.UTF_8)));
        assertEquals("user.key=0x00ff", text("user.key", new byte[] {0, -1}));
        assertEquals("user.empty=", text("user.empty", new byte[0]));
    }

    @Test
    void isCutWhereItIsLong() {
        assertEquals(
                "user.a=" + "v".repeat(120) + "… (300 bytes)",
                text("user.a", "v".repeat(300).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ofTheOverlayFileSystemIsExplained() {
        assertEquals(
                "trusted.overlay.opaque=y (hides what the image has in this directory)",
                text("trusted.overlay.opaque", "y".getBytes(StandardCharsets.UTF_8)));
    }
}
