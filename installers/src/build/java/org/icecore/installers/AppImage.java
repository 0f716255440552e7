package org.icecore.installers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Builds a folder that holds the program and a Java of its own, for the system it runs on.
///
/// Some of our libraries have no module descriptor, so jlink cannot take them: it gets the modules of the JDK that the
/// program uses, and the jars lie beside, on the module path.
final class AppImage {
    private static final String MAIN = "org.icecore.app/org.icecore.app.Main";
    private static final List<String> JAVA_OPTIONS =
            List.of(
                    "--module-path",
                    "$APPDIR",
                    "--enable-native-access=org.icecore.app,javafx.graphics,com.github.luben.zstd_jni",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Not seen by jdeps because they are reached as services: zip file systems, and character sets of file names.
    private static final Set<String> SERVICES = Set.of("jdk.zipfs", "jdk.charsets");

    private final Path libraries;
    private final Path target;

    private AppImage(Path libraries, Path target) {
        this.libraries = libraries;
        this.target = target;
    }

    static void main(String[] arguments) throws IOException {
        var image = new AppImage(Path.of(arguments[0]), Path.of(arguments[4]));
        var icons = Path.of(arguments[1]);
        var description = Path.of(arguments[2]);
        var version = arguments[3].replaceFirst("-.*", "");
        image.empty();
        image.link();
        image.pack(icons, description, version);
        image.cache(Path.of(arguments[5]));
        System.out.println("packed " + image.target.resolve("icecore"));
    }

    private void empty() throws IOException {
        for (var name : List.of("runtime", "icecore", "icecore.app")) {
            var folder = target.resolve(name);
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        Files.createDirectories(target);
    }

    /// The Java of the package: the modules that the jars use, without what only a compiler needs.
    private void link() throws IOException {
        var modules = new TreeSet<>(SERVICES);
        modules.addAll(jdkModules());
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--strip-java-debug-attributes",
                        "--strip-native-commands",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6",
                        "--output",
                        target.resolve("runtime").toString()));
    }

    private List<String> jdkModules() throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--multi-release",
                                "base",
                                "--ignore-missing-deps",
                                "--print-module-deps",
                                "--module-path",
                                libraries.toString()));
        try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
            jars.forEach(jar -> arguments.add(jar.toString()));
        }
        var used = run("jdeps", arguments).strip().split(",");
        return Stream.of(used)
                .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
                .toList();
    }

    private void pack(Path icons, Path description, String version) throws IOException {
        run(
                "jpackage",
                List.of(
                        "@" + description,
                        "--app-version",
                        version,
                        "--icon",
                        icons.resolve("icecore." + iconKind()).toString(),
                        "--runtime-image",
                        target.resolve("runtime").toString(),
                        "--input",
                        libraries.toString(),
                        "--app-content",
                        "%s,%s"
                                .formatted(
                                        libraries.resolveSibling("LICENSE"),
                                        libraries.resolveSibling("THIRD-PARTY.md")),
                        "--main-jar",
                        mainJar(),
                        "--main-class",
                        MAIN.substring(MAIN.indexOf('/') + 1),
                        "--dest",
                        target.toString()));
        var start = startFile();
        Files.writeString(start, modular(Files.readString(start)));
    }

    private Path startFile() throws IOException {
        try (var files = Files.walk(target)) {
            return files.filter(path -> path.endsWith("icecore.cfg"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no start file in " + target));
        }
    }

    /// Keeps beside the jars what Java finds out about the classes of a short answer, as `app` does for the program without
    /// a Java of its own. It is made in two steps by the start program itself, for the Java of the package has no other;
    /// and is of use only where the package was made, for Java compares where the modules lie. The image is whole without.
    private void cache(Path sample) throws IOException {
        var start = startFile();
        var cache = start.resolveSibling("icecore.aot");
        var classes = target.resolve("classes.aotconf");
        var quiet = " -Xlog:aot=off,cds=off";
        start(
                "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTMode=record -XX:AOTConfiguration=\"%s\""
                                .formatted(classes)
                        + quiet,
                sample);
        start(
                "-XX:AOTMode=create -XX:AOTConfiguration=\"%s\" -XX:AOTCache=\"%s\""
                                .formatted(classes, cache)
                        + quiet,
                sample);
        Files.deleteIfExists(classes);
        if (Files.exists(cache)) {
            Files.writeString(
                    start,
                    Files.readString(start)
                            .replace(
                                    "[JavaOptions]",
                                    "[JavaOptions]\njava-options=-XX:AOTCache=$APPDIR/icecore.aot\n"
                                            + "java-options=-Xlog:aot*=off,cds*=off"));
        } else {
            System.out.println("no cache of classes could be made; the image starts without");
        }
    }

    /// Runs the program of the image over archives of each compression that is read often.
    private void start(String options, Path sample) throws IOException {
        var command = new ArrayList<>(List.of(program().toString(), "show"));
        for (var packing : List.of("", ".gz", ".zst")) {
            command.add(sample.resolve("before.tar" + packing).toString());
        }
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_TOOL_OPTIONS", options);
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    private Path program() {
        return switch (iconKind()) {
            case "ico" -> target.resolve("icecore/icecore.exe");
            case "icns" -> target.resolve("icecore.app/Contents/MacOS/icecore");
            default -> target.resolve("icecore/bin/icecore");
        };
    }

    /// The start file with a main module in place of a class path, which jpackage does not offer for jars of this kind.
    private static String modular(String configuration) {
        var lines = new ArrayList<String>();
        configuration
                .lines()
                .filter(line -> !line.matches("app\\.(classpath|mainjar|mainclass)=.*"))
                .forEach(
                        line -> {
                            lines.add(line);
                            switch (line) {
                                case "[Application]" -> lines.add("app.mainmodule=" + MAIN);
                                case "[JavaOptions]" ->
                                        JAVA_OPTIONS.forEach(
                                                option -> lines.add("java-options=" + option));
                                default -> {}
                            }
                        });
        return String.join("\n", lines) + "\n";
    }

    private String mainJar() throws IOException {
        try (var jars = Files.newDirectoryStream(libraries, "icecore-app-*.jar")) {
            for (var jar : jars) {
                return jar.getFileName().toString();
            }
        }
        throw new IOException("no jar of the program in " + libraries + ": package app first");
    }

    private static String iconKind() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "ico";
        }
        return system.startsWith("mac") ? "icns" : "png";
    }

    private static String run(String tool, List<String> arguments) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        var provider =
                ToolProvider.findFirst(tool)
                        .orElseThrow(() -> new IOException("this JDK has no " + tool));
        var code =
                provider.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException("%s ended with %d: %s%s".formatted(tool, code, out, err));
        }
        return out.toString();
    }
}
