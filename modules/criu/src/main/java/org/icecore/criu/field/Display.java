package org.icecore.criu.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How crit shows the value of a field when it is asked to be pretty.
///
/// Source: the display notes of CRIU 4.2's messages and the names that crit 4.2 prints.
public sealed interface Display {

    /// The plain number.
    record Plain() implements Display {}

    /// Hexadecimal; of a message, all numbers in it.
    record Hex() implements Display {}

    /// Names of bits, with what has no name in hexadecimal.
    ///
    /// @param bits in the order in which they are shown
    record Flags(List<Bit> bits) implements Display {
        public Flags {
            bits = List.copyOf(bits);
        }
    }

    /// A name per value; other values as numbers.
    record Names(Map<Long, String> names) implements Display {
        public Names {
            names = Map.copyOf(names);
        }
    }

    /// `major:minor` as the kernel has them inside: 20 bits of minor.
    record KernelDevice() implements Display {}

    /// `major:minor` as the C library has them.
    record LibraryDevice() implements Display {}

    /// One number is an IPv4 address, four are an IPv6 address, each in the order of the network.
    record Address() implements Display {}

    /// Bytes as quoted-printable text rather than base64; also when not pretty.
    record Quoted() implements Display {}

    /// Bytes of a seccomp filter: base64 as others, and its instructions as children.
    record Filter() implements Display {}

    /// One instruction of the filter of a socket: a number, and what it says as a line of the program.
    record Instruction(String line) implements Display {}

    /// A bit and its name.
    record Bit(String name, long mask) {}

    /// How that field is shown.
    static Display of(FieldDescriptor field) {
        return DisplayTable.of(field);
    }

    /// The text that stands for a number; empty where the number stands for itself.
    default Optional<String> text(long value) {
        return switch (this) {
            case Plain _, Address _, Quoted _, Filter _, Instruction _ -> Optional.empty();
            case Hex _ -> Optional.of("0x" + Long.toHexString(value));
            case Flags(var bits) -> Optional.of(flags(bits, value));
            case Names(var names) -> Optional.ofNullable(names.get(value));
            case KernelDevice _ -> Optional.of("%d:%d".formatted(value >>> 20, value & 0xf_ffff));
            case LibraryDevice _ ->
                    Optional.of(
                            "%d:%d"
                                    .formatted(
                                            value >>> 8 & 0xfff | value >>> 32 & 0xffff_f000L,
                                            value & 0xff | value >>> 12 & 0xf_ff00));
        };
    }

    private static String flags(List<Bit> bits, long value) {
        var names = new ArrayList<String>();
        var rest = value;
        for (Bit bit : bits) {
            if ((value & bit.mask()) != 0) {
                names.add(bit.name());
            }
            rest &= ~bit.mask();
        }
        if (rest != 0) {
            names.add("0x" + Long.toHexString(rest));
        }
        return String.join(" | ", names);
    }
}
