package org.icecore.app.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The one layout of our Java sources: google-java-format with four spaces, imports in one alphabetical block.
///
/// The test asks it, and `./mvnw -q -Pformat` runs it from source to rewrite what differs.
final class SourceFormat {
    private static final List<String> ROOMS = List.of("app", "icons", "installers", "modules");

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(false)
                            .build());

    static void main(String[] arguments) throws IOException {
        var format = new SourceFormat();
        for (var file : sources(Path.of(arguments[0]))) {
            var text = Files.readString(file);
            var formatted = format.apply(file, text);
            if (!formatted.equals(text)) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            }
        }
    }

    /// Every Java source that somebody wrote under `root`; what the build generates lies in `target` and is left out.
    static List<Path> sources(Path root) throws IOException {
        var rooms = ROOMS.stream().map(root::resolve).filter(Files::isDirectory).toList();
        var sources = Stream.<Path>of();
        for (var room : rooms) {
            sources = Stream.concat(sources, javaFiles(room).stream());
        }
        return sources.sorted().toList();
    }

    /// `text` as it should be laid out.
    String apply(Path file, String text) {
        try {
            var imports = RemoveUnusedImports.removeUnusedImports(text);
            var ordered = ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.GOOGLE);
            return DocLines.around(ordered, formatter::formatSource);
        } catch (FormatterException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    /// Documentation lines, kept out of the formatter's sight: it would break a long `///` line into a `///` and a `//`.
    private record DocLines(List<String> lines) {
        private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]*)(///.*)$");
        private static final Pattern MARK = Pattern.compile("/// @line (\\d+)@");

        interface Layout {
            String apply(String source) throws FormatterException;
        }

        static String around(String source, Layout layout) throws FormatterException {
            var lines = LINE.matcher(source).results().map(line -> line.group(2)).toList();
            var number = new AtomicInteger();
            var marked =
                    LINE.matcher(source)
                            .replaceAll(
                                    line ->
                                            line.group(1)
                                                    + "/// @line "
                                                    + number.getAndIncrement()
                                                    + "@");
            return new DocLines(lines).restored(layout.apply(marked));
        }

        private String restored(String source) {
            return MARK.matcher(source)
                    .replaceAll(
                            mark ->
                                    Matcher.quoteReplacement(
                                            lines.get(Integer.parseInt(mark.group(1)))
                                                    .stripTrailing()));
        }
    }

    private static List<Path> javaFiles(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(
                            file ->
                                    !room.relativize(file)
                                            .toString()
                                            .matches("(.*[/\\\\])?target[/\\\\].*"))
                    .toList();
        }
    }
}
