package org.icecore.analysis.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.evidence.ExtendedAttribute;

/// Extended attributes in words, where their meaning is known.
///
/// Sources: include/uapi/linux/capability.h, `struct vfs_cap_data` and `struct vfs_ns_cap_data`;
/// Documentation/filesystems/overlayfs.rst of the kernel.
public final class ExtendedAttributeText {

    private static final String CAPABILITY = "security.capability";
    private static final Set<String> OVERLAY = Set.of("trusted.overlay.", "user.overlay.");
    private static final int SHOWN = 120;

    private ExtendedAttributeText() {}

    /// `security.capability=cap_net_raw=ep`, `user.note=plain text`, `user.key=0x00ff`.
    public static String of(ExtendedAttribute attribute) {
        return attribute.name()
                + "="
                + (attribute.name().equals(CAPABILITY) ? capability(attribute) : text(attribute))
                + meaning(attribute);
    }

    private static String capability(ExtendedAttribute attribute) {
        var value = ByteBuffer.wrap(attribute.value()).order(ByteOrder.LITTLE_ENDIAN);
        if (value.remaining() < Integer.BYTES) {
            return text(attribute);
        }
        int head = value.getInt();
        int revision = head >>> 24;
        int words =
                switch (revision) {
                    case 1 -> 1;
                    case 2, 3 -> 2;
                    default -> 0;
                };
        int length = words * 2 * Integer.BYTES + (revision == 3 ? Integer.BYTES : 0);
        if (words == 0 || value.remaining() != length) {
            return text(attribute) + " (no form of file capabilities that is known)";
        }
        long permitted = 0;
        long inheritable = 0;
        for (int word = 0; word < words; word++) {
            permitted |= (value.getInt() & 0xffff_ffffL) << word * Integer.SIZE;
            inheritable |= (value.getInt() & 0xffff_ffffL) << word * Integer.SIZE;
        }
        var root = revision == 3 ? " for the user namespace of uid " + value.getInt() : "";
        return capabilities(permitted, inheritable, (head & 1) != 0) + root;
    }

    /// As getcap writes them: `cap_net_raw=ep`, of sets that differ `cap_chown=p cap_kill=i`.
    private static String capabilities(long permitted, long inheritable, boolean effective) {
        var e = effective ? "e" : "";
        var text =
                Stream.of(
                                set(permitted & inheritable, e + "ip"),
                                set(permitted & ~inheritable, e + "p"),
                                set(inheritable & ~permitted, e + "i"))
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? "none" : text;
    }

    private static String set(long bits, String flags) {
        return bits == 0
                ? ""
                : String.join(",", new CapabilitySet(bits).names()).toLowerCase(Locale.ROOT)
                        + "="
                        + flags;
    }

    /// The value where it is text, as most are, with or without the zero that some end in; hexadecimal otherwise.
    private static String text(ExtendedAttribute attribute) {
        var value = attribute.value();
        int end =
                value.length > 0 && value[value.length - 1] == 0 ? value.length - 1 : value.length;
        var text = new String(value, 0, end, StandardCharsets.UTF_8);
        boolean readable = text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0xfffd);
        var shown = readable ? text : "0x" + HexFormat.of().formatHex(value);
        return shown.length() <= SHOWN && attribute.whole()
                ? shown
                : "%s… (%d bytes)"
                        .formatted(
                                shown.substring(0, Math.min(SHOWN, shown.length())),
                                attribute.size());
    }

    private static String meaning(ExtendedAttribute attribute) {
        for (var prefix : OVERLAY) {
            if (attribute.name().startsWith(prefix)) {
                return switch (attribute.name().substring(prefix.length())) {
                    case "opaque" ->
                            text(attribute).equals("x")
                                    ? " (holds files that are marked as deleted)"
                                    : " (hides what the image has in this directory)";
                    case "redirect" -> " (was renamed from there)";
                    case "whiteout" -> " (marks a deleted file)";
                    case "metacopy" -> " (only attributes changed; the content is the image's)";
                    case "origin" -> " (the file of the image that it was copied from)";
                    case "impure" -> " (holds files that were copied from the image)";
                    default -> "";
                };
            }
        }
        return "";
    }
}
