package org.icecore.app.house;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A room of the house and the rooms it may know. The picture is in `modules/README.md`.
enum Room {
    ICONS("icons"),
    EVIDENCE("modules/evidence"),
    CRIU("modules/criu", EVIDENCE),
    CHECKPOINT("modules/checkpoint", EVIDENCE, CRIU),
    FIXTURES("modules/fixtures", EVIDENCE, CRIU, CHECKPOINT),
    ANALYSIS("modules/analysis", EVIDENCE, CHECKPOINT),
    REPORT("modules/report", EVIDENCE, CHECKPOINT, ANALYSIS),
    WORKBENCH("modules/workbench", ICONS),
    VIEWS("modules/views", ICONS, EVIDENCE, CHECKPOINT, ANALYSIS, REPORT, WORKBENCH),
    APP("app", ICONS, EVIDENCE, CHECKPOINT, ANALYSIS, REPORT, WORKBENCH, VIEWS);

    private final String folder;
    private final Set<Room> known;

    Room(String folder, Room... known) {
        this.folder = folder;
        this.known = Set.of(known);
    }

    /// The package that holds all of the room, as a pattern of ArchUnit.
    String everything() {
        return "org.icecore." + name().toLowerCase(Locale.ROOT) + "..";
    }

    /// The packages of the rooms that this one must not know.
    String[] forbidden() {
        return Stream.of(values())
                .filter(other -> other != this && !known.contains(other))
                .map(Room::everything)
                .toArray(String[]::new);
    }

    static JavaClasses classes(Set<Room> rooms) {
        return new ClassFileImporter()
                .importPaths(rooms.stream().map(Room::output).filter(Files::isDirectory).toList());
    }

    static JavaClasses classes() {
        return classes(EnumSet.allOf(Room.class));
    }

    /// Whether somebody lives here: a source beyond the two that describe the room.
    boolean inhabited() throws IOException {
        return sources().stream()
                .anyMatch(file -> !file.toString().matches(".*(package|module)-info\\.java"));
    }

    /// The sources that somebody wrote for the product.
    List<Path> sources() throws IOException {
        var java = home().resolve("src/main/java");
        if (!Files.isDirectory(java)) {
            return List.of();
        }
        try (var files = Files.walk(java)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /// What the module shows to everybody, as names of packages.
    Set<String> exported() throws IOException {
        try (var descriptor = Files.newInputStream(output().resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private Path home() {
        return Path.of(System.getProperty("icecore.root")).resolve(folder);
    }

    private Path output() {
        return home().resolve("target/classes");
    }

    @Override
    public String toString() {
        return folder
                + known.stream().map(Room::name).sorted().collect(joining(", ", " knows [", "]"));
    }
}
