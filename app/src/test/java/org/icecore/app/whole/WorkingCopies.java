package org.icecore.app.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the program unpacked for itself: folders in the place for temporary files, and open files that have no name.
///
/// @param known folders that were there before
record WorkingCopies(Set<Path> known) {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /// Remembers those of other programs.
    static WorkingCopies now() {
        return new WorkingCopies(folders());
    }

    /// Folders that came since.
    Set<Path> left() {
        var left = new TreeSet<>(folders());
        left.removeAll(known);
        return left;
    }

    /// Working copies that this process holds open, where the system tells.
    List<String> held() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return List.of();
        }
        try (var open = Files.list(OPEN_FILES)) {
            return open.flatMap(file -> target(file).stream())
                    .filter(target -> target.contains("/icecore-") && target.contains("/unpacked"))
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError("cannot list open files", failure);
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
            // Closed since it was listed.
            return Optional.empty();
        }
    }

    private static Set<Path> folders() {
        try (var all = Files.list(TEMPORARY)) {
            return all.filter(path -> path.getFileName().toString().matches("icecore-\\d+"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new AssertionError("cannot list " + TEMPORARY, failure);
        }
    }
}
