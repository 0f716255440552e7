package org.icecore.workbench.preference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.Severity;

/// Texts under keys, kept in one file. May be used from any thread.
///
/// The file is replaced as a whole, so that a crash leaves the old one. A damaged or unreadable file is reported to the error
/// log and then counts as empty. The file is kept as `.damaged` when it is next replaced.
public final class Preferences {
    private static final String FIRST_LINE = "# icecore preferences 1";
    private static final long SIZE_LIMIT = 1 << 20;

    private final Map<String, String> values = new TreeMap<>();
    private final Path file;
    private final ErrorLog log;
    private boolean damaged;
    private boolean changed;

    private Preferences(Path file, ErrorLog log) {
        this.file = file;
        this.log = log;
    }

    /// Reads the preferences of a configuration folder, which need not exist yet.
    public static Preferences load(Path folder, ErrorLog log) {
        var preferences = new Preferences(folder.resolve("workbench.preferences"), log);
        preferences.read();
        return preferences;
    }

    /// The text under a key.
    public synchronized Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The number under a key; empty if there is none or it is not a number.
    public Optional<Double> number(String key) {
        return text(key)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Double.parseDouble(text))
                                        .filter(Double::isFinite);
                            } catch (NumberFormatException _) {
                                return Optional.empty();
                            }
                        });
    }

    /// Puts a text under a key such as `window.width`: letters, digits, dots, dashes and underscores.
    public synchronized void put(String key, String text) {
        if (!PreferenceLine.isKey(key)) {
            throw new IllegalArgumentException("not a preference key: " + key);
        }
        changed |= !text.equals(values.put(key, text));
    }

    /// Forgets what is under a key.
    public synchronized void remove(String key) {
        changed |= values.remove(key) != null;
    }

    /// Writes the file if something changed since it was read or written. A failure is reported to the error log.
    public synchronized void save() {
        if (!changed) {
            return;
        }
        try {
            write();
            changed = false;
        } catch (IOException cause) {
            log.error("%s: preferences not saved: %s".formatted(file, cause.getMessage()), cause);
        }
    }

    private void read() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            if (Files.size(file) > SIZE_LIMIT) {
                throw new IOException("larger than %d bytes".formatted(SIZE_LIMIT));
            }
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
                throw new IOException("line 1: not a preferences file of this program");
            }
            for (int i = 1; i < lines.size(); i++) {
                var line = PreferenceLine.read(lines.get(i), i + 1);
                values.put(line.key(), line.text());
            }
        } catch (IOException cause) {
            values.clear();
            damaged = true;
            log.report(
                    Severity.NOTICE,
                    "%s: preferences ignored: %s".formatted(file, cause.getMessage()),
                    "The program starts with its defaults. The file is kept as %s.damaged when preferences are saved."
                            .formatted(file.getFileName()));
        }
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        if (damaged && Files.exists(file)) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
            damaged = false;
        }
        var text = new StringBuilder(FIRST_LINE).append('\n');
        values.forEach(
                (key, value) -> text.append(new PreferenceLine(key, value).write()).append('\n'));
        var fresh = Files.createTempFile(file.getParent(), "preferences", ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            replace(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
