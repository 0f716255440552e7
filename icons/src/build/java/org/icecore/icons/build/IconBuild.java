package org.icecore.icons.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// Makes everything that is derived from the drawings.
///
/// Run by Maven with two folders: the drawings and the target. Leaves there `resources` (for the program), `package`
/// (for jpackage) and `contact-sheet.png` (for the eye of whoever draws).
final class IconBuild {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private IconBuild() {}

    static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var drawings = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var family = family(drawings);
        var resources = Files.createDirectories(target.resolve("resources/org/icecore/icons"));
        Files.writeString(resources.resolve("icons.tsv"), table(family));

        var application =
                new ApplicationIcon(
                        Drawing.read(drawings.resolve("application/icon.svg")),
                        Drawing.read(drawings.resolve("application/icon-small.svg")));
        for (var size : SIZES) {
            var file = resources.resolve("application-%d.png".formatted(size));
            ImageIO.write(application.pixels(size), "png", file.toFile());
        }
        var forPackages = Files.createDirectories(target.resolve("package"));
        Files.write(forPackages.resolve("icecore.png"), application.png(512));
        Files.write(forPackages.resolve("icecore.ico"), application.ico());
        Files.write(forPackages.resolve("icecore.icns"), application.icns());
        var sheet = new ContactSheet(family, application).pixels();
        ImageIO.write(sheet, "png", target.resolve("contact-sheet.png").toFile());
    }

    private static Map<String, Drawing> family(Path folder) throws IOException {
        var family = new TreeMap<String, Drawing>();
        try (var files = Files.newDirectoryStream(folder, "*.svg")) {
            for (var file : files) {
                family.put(
                        file.getFileName().toString().replaceFirst("\\.svg$", ""),
                        Drawing.read(file));
            }
        }
        return family;
    }

    /// One line an icon: name, path data, path data of the accent (may be empty), separated by tabs.
    private static String table(Map<String, Drawing> family) {
        return family.entrySet().stream()
                .map(
                        icon ->
                                "%s\t%s\t%s%n"
                                        .formatted(
                                                icon.getKey(),
                                                icon.getValue().data(false),
                                                icon.getValue().data(true))
                                        .replace(System.lineSeparator(), "\n"))
                .collect(Collectors.joining());
    }
}
