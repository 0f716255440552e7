package org.icecore.criu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icecore.criu.proto.FdTypes;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PstreeEntry;
import org.icecore.criu.proto.RegFileEntry;
import org.icecore.criu.proto.VmaEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The schema as a specification: what every checkpoint ever written forbids us to change.
class SchemaTest {
    private static final Path SOURCES = Path.of("src", "main", "proto");
    private static final String TABLE = "load-bearing-fields.txt";

    @Nested
    class Fields {
        /// The table is `load-bearing-fields.txt`: a message, then number, label, type and name of each of its fields.
        @TestFactory
        Stream<DynamicTest> keepNumberLabelTypeAndName() {
            return Stream.of(table().strip().split("\n\n"))
                    .map(section -> section.split("\n", 2))
                    .map(
                            section ->
                                    DynamicTest.dynamicTest(
                                            section[0],
                                            () ->
                                                    assertEquals(
                                                            section[1].strip(),
                                                            fieldsOf(message(section[0]))
                                                                    .strip())));
        }

        @Test
        void areAllThere() {
            assertEquals(73, files().size());
            assertEquals(156, messages().count());
            assertEquals(1040, messages().mapToInt(message -> message.getFields().size()).sum());
            assertEquals(93, enums().mapToInt(type -> type.getValues().size()).sum());
        }

        /// Of an unknown kind of file the number survives as an unknown field, so a reader must know these.
        @Test
        void tellKindsOfOpenFilesApart() {
            assertEquals(
                    """
                    UND=0 REG=1 PIPE=2 FIFO=3 INETSK=4 UNIXSK=5 EVENTFD=6 EVENTPOLL=7 INOTIFY=8 SIGNALFD=9 PACKETSK=10 \
                    TTY=11 FANOTIFY=12 NETLINKSK=13 NS=14 TUNF=15 EXT=16 TIMERFD=17 MEMFD=18 BPFMAP=19 PIDFD=20 \
                    CTL_TTY=65534 AUTOFS_PIPE=65535""",
                    FdTypes.getDescriptor().getValues().stream()
                            .map(value -> value.getName() + "=" + value.getNumber())
                            .collect(joining(" ")));
        }
    }

    @Nested
    class Messages {
        @Test
        void areAllReachableFromAnImageOrItsPayload() {
            var reached = new TreeSet<>(Comparator.comparing(Descriptor::getFullName));
            var ahead =
                    new ArrayDeque<Descriptor>(
                            List.of(
                                    PagemapEntry.getDescriptor(),
                                    GhostChunkEntry.getDescriptor(),
                                    IpcMsg.getDescriptor()));
            Arrays.stream(ImageKind.values())
                    .map(ImageKind::message)
                    .flatMap(Optional::stream)
                    .map(Message::getDescriptorForType)
                    .forEach(ahead::add);
            while (!ahead.isEmpty()) {
                Descriptor message = ahead.remove();
                if (reached.add(message)) {
                    message.getFields().stream()
                            .filter(
                                    field ->
                                            field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                            .map(FieldDescriptor::getMessageType)
                            .forEach(ahead::add);
                }
            }
            var orphans =
                    messages().filter(Predicate.not(reached::contains)).map(Descriptor::getName);
            assertEquals(List.of(), orphans.toList());
        }

        @Test
        void belongToOneFileEach() {
            assertEquals(List.of(), repeated(messages().map(Descriptor::getFullName)));
        }
    }

    @Nested
    class EnumValues {
        /// In protobuf a value is a sibling of its enum: two files of one package must not both have a `NONE` on top.
        @Test
        void doNotClashAcrossFiles() {
            assertEquals(
                    List.of(),
                    repeated(
                            enums().flatMap(SchemaTest::valuesOf)
                                    .map(EnumValueDescriptor::getFullName)));
        }

        @Test
        void haveNoAliases() {
            assertEquals(
                    List.of(),
                    repeated(
                            enums().flatMap(SchemaTest::valuesOf)
                                    .map(
                                            value ->
                                                    value.getType().getFullName()
                                                            + " = "
                                                            + value.getNumber())));
        }
    }

    @Nested
    class Sources {
        @Test
        void openByNamingTheImagesThatCarryThem() throws IOException {
            var silent = new TreeSet<String>();
            for (Path source : sources()) {
                String head = Files.readString(source, UTF_8).split("\nsyntax = ", 2)[0];
                boolean naming =
                        head.contains(".img")
                                || head.contains("-ID")
                                || head.contains("stats-dump");
                boolean part = head.contains("Part of") || head.contains("Building block");
                if (!head.startsWith("// ") || !(naming || part)) {
                    silent.add(source.getFileName().toString());
                }
            }
            assertEquals(new TreeSet<String>(), silent);
        }

        @Test
        void stayWithinAHundredColumns() throws IOException {
            for (Path source : sources()) {
                for (String line : Files.readAllLines(source, UTF_8)) {
                    assertTrue(line.length() <= 100, () -> source + ": " + line);
                }
            }
        }
    }

    /// Entries encoded by hand, as they lie in images.
    @Nested
    class Wire {
        @Test
        void pstreeEntryHasUnpackedThreads() throws InvalidProtocolBufferException {
            var task =
                    PstreeEntry.parseFrom(
                            bytes(0x08, 7, 0x10, 1, 0x18, 7, 0x20, 1, 0x28, 7, 0x28, 8));
            assertEquals(List.of(7, 8), task.getThreadsList());
            assertEquals(1, task.getPpid());
        }

        @Test
        void mountIdIsZigzagAndMinusOneWhenAbsent() throws InvalidProtocolBufferException {
            assertEquals(-1, RegFileEntry.parseFrom(openFile()).getMntId());
            assertEquals(40, RegFileEntry.parseFrom(openFile().concat(bytes(0x38, 80))).getMntId());
        }

        @Test
        void descriptorOfAMappingIsZigzag() throws InvalidProtocolBufferException {
            var mapping =
                    VmaEntry.parseFrom(
                            bytes(
                                    0x08, 0, 0x10, 0, 0x18, 0, 0x20, 0, 0x28, 0, 0x30, 0, 0x38, 0,
                                    0x40, 1));
            assertEquals(-1, mapping.getFd());
        }

        @Test
        void pagemapEntryTellsTheOldFormFromTheNewByWhatIsSet()
                throws InvalidProtocolBufferException {
            var old = PagemapEntry.parseFrom(bytes(0x08, 0, 0x10, 3, 0x18, 1));
            assertTrue(old.getInParent() && !old.hasFlags() && !old.hasNrPages());
            var present = PagemapEntry.parseFrom(bytes(0x08, 0, 0x10, 0, 0x20, 4, 0x28, 3));
            assertEquals(3, present.getNrPages());
        }

        @Test
        void addressWordsAreUnpacked() {
            assertFalse(InetSkEntry.getDescriptor().findFieldByName("src_addr").isPacked());
        }

        private static ByteString openFile() {
            return bytes(
                    0x08, 1, 0x10, 0, 0x18, 0, 0x2a, 10, 0x08, 0, 0x10, 0, 0x18, 0, 0x20, 0, 0x28,
                    0, 0x32, 1, '/');
        }

        private static ByteString bytes(int... values) {
            byte[] content = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                content[i] = (byte) values[i];
            }
            return ByteString.copyFrom(content);
        }
    }

    private static String table() {
        try (var in = SchemaTest.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("no " + TABLE);
            }
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fieldsOf(Descriptor message) {
        return message.getFields().stream()
                .sorted(Comparator.comparing(FieldDescriptor::getNumber))
                .map(field -> "    " + line(field))
                .collect(joining("\n"));
    }

    private static String line(FieldDescriptor field) {
        String label =
                field.isRequired() ? "required" : field.isRepeated() ? "repeated" : "optional";
        String type =
                switch (field.getJavaType()) {
                    case MESSAGE -> field.getMessageType().getName();
                    case ENUM -> field.getEnumType().getName();
                    case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING ->
                            field.getLiteType().name().toLowerCase(Locale.ROOT);
                };
        String fallback = field.hasDefaultValue() ? " = " + field.getDefaultValue() : "";
        return field.getNumber() + " " + label + " " + type + " " + field.getName() + fallback;
    }

    private static Descriptor message(String name) {
        return messages()
                .filter(message -> message.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Descriptor> messages() {
        return files().stream().flatMap(file -> file.getMessageTypes().stream());
    }

    private static Stream<EnumDescriptor> enums() {
        return Stream.concat(
                files().stream().flatMap(file -> file.getEnumTypes().stream()),
                messages().flatMap(message -> message.getEnumTypes().stream()));
    }

    private static Stream<EnumValueDescriptor> valuesOf(EnumDescriptor type) {
        return type.getValues().stream();
    }

    private static List<String> repeated(Stream<String> names) {
        return names.collect(groupingBy(name -> name, TreeMap::new, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<FileDescriptor> files() {
        return sources().stream().map(SchemaTest::compiled).toList();
    }

    private static List<Path> sources() {
        try (var found = Files.list(SOURCES)) {
            return found.filter(path -> path.toString().endsWith(".proto")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The descriptor that the build made of a source: `sk-inet.proto` is `SkInetImage`.
    private static FileDescriptor compiled(Path source) {
        String name = source.getFileName().toString().replace(".proto", "");
        String outer =
                Stream.of(name.split("-"))
                        .map(
                                part ->
                                        part.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + part.substring(1))
                        .collect(joining());
        try {
            return (FileDescriptor)
                    Class.forName("org.icecore.criu.proto." + outer + "Image")
                            .getMethod("getDescriptor")
                            .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source + " was not compiled", e);
        }
    }
}
