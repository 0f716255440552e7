package org.icecore.criu.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.CoreEntry.March;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No dump of these machines is at hand but x86's, so their cores are made from the schema: every register is there, each
/// with a value of its own.
@DisplayName("A synthetic core image")
class SyntheticCoresTest {

    /// Fields of `core_entry` with the registers of one machine.
    private static final Map<March, String> REGISTERS =
            Map.of(
                    March.X86_64, "thread_info",
                    March.ARM, "ti_arm",
                    March.AARCH64, "ti_aarch64",
                    March.PPC64, "ti_ppc64",
                    March.S390, "ti_s390",
                    March.MIPS, "ti_mips",
                    March.LOONGARCH64, "ti_loongarch64",
                    March.RISCV64, "ti_riscv64");

    /// Fills all fields, numbers with 1001, 1002 and so on.
    private static final class Filling {

        private final List<Long> numbers = new ArrayList<>();

        private Message fill(Message.Builder builder) {
            for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
                for (int i = 0; i < (field.isRepeated() ? 2 : 1); i++) {
                    Object value = value(builder, field);
                    if (field.isRepeated()) {
                        builder.addRepeatedField(field, value);
                    } else {
                        builder.setField(field, value);
                    }
                }
            }
            return builder.build();
        }

        private Object value(Message.Builder builder, FieldDescriptor field) {
            return switch (field.getJavaType()) {
                case INT -> (int) next();
                case LONG -> next();
                case BOOLEAN -> true;
                case STRING -> "text";
                case BYTE_STRING -> ByteString.copyFromUtf8("bytes");
                case ENUM -> field.getEnumType().getValues().getLast();
                case MESSAGE -> fill(builder.newBuilderForField(field));
                case FLOAT, DOUBLE -> throw new AssertionError(field);
            };
        }

        private long next() {
            numbers.add(1001L + numbers.size());
            return numbers.getLast();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, gpregs, fpregs",
        "ARM, gpregs, fpstate",
        "AARCH64, gpregs, fpsimd",
        "PPC64, gpregs, fpstate",
        "S390, gpregs, fpregs",
        "MIPS, gpregs, fpregs",
        "LOONGARCH64, gpregs, fpregs",
        "RISCV64, gpregs, fpsimd"
    })
    void showsEveryRegister(March machine, String general, String floating) {
        var field = CoreEntry.getDescriptor().findFieldByName(REGISTERS.get(machine));
        var filling = new Filling();
        var core = CoreEntry.newBuilder().setMtype(machine);
        core.setField(field, filling.fill(core.newBuilderForField(field)));
        var printed = Bytes.of(ImageKind.CORE).message(core.build()).pretty();
        assertEquals(List.of(), printed.told());
        var json = printed.json();
        assertTrue(
                json.startsWith(
                        "{\"magic\": \"CORE\", \"entries\": [{\"mtype\": \"%s\", \"%s\": {\"clear_tid_addr\": \"0x3e9\""
                                .formatted(machine, field.getName())),
                json);
        assertTrue(json.contains("\"%s\": {".formatted(general)), json);
        assertTrue(json.contains("\"%s\": {".formatted(floating)), json);
        for (long number : filling.numbers) {
            assertTrue(
                    json.contains("\"0x%x\"".formatted(number))
                            || json.matches("(?s).*[ \\[]%d[,}\\]].*".formatted(number)),
                    () -> number + " is not in " + json);
        }
    }

    @Test
    void coversEveryMachineThatTheSchemaKnows() {
        var known = new ArrayList<>(List.of(March.values()));
        known.remove(March.UNKNOWN);
        known.removeAll(REGISTERS.keySet());
        assertEquals(List.of(), known);
    }

    @Test
    void ofABigEndianMachineIsReadInItsByteOrder() {
        var core =
                CoreEntry.newBuilder()
                        .setMtype(March.S390)
                        .setTiS390(
                                (org.icecore.criu.proto.ThreadInfoS390)
                                        new Filling()
                                                .fill(
                                                        org.icecore.criu.proto.ThreadInfoS390
                                                                .newBuilder()))
                        .build();
        var printed = Bytes.bigEndian(ImageKind.CORE).message(core).pretty();
        assertEquals(List.of(), printed.told());
        assertEquals(Bytes.of(ImageKind.CORE).message(core).pretty().json(), printed.json());
    }
}
