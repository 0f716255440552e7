package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.image.Image;
import org.icecore.checkpoint.image.ImageField;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Writes a line for each field of an image: where it lies, where its value lies, its path, type and value.
final class FieldLines {

    private static final int MOST_DEFECTS = 100;

    private final PrintWriter out;
    private final Interruption interruption;
    private final List<Defect> unknown = new ArrayList<>();

    FieldLines(PrintWriter out, Interruption interruption) {
        this.out = out;
        this.interruption = interruption;
    }

    /// Gives what is wrong with the image.
    List<Defect> print(Image image) throws EvidenceException {
        var walk = image.fields();
        for (Optional<ImageField> field = walk.next(); field.isPresent(); field = walk.next()) {
            print(field.get().name(), field.get());
        }
        var defects = new ArrayList<>(unknown);
        defects.addAll(walk.defects());
        return defects;
    }

    private void print(String path, ImageField field) {
        interruption.check();
        var shown = Printable.text(field.shown());
        out.print(
                "%s  %s  %s  %s%s\n"
                        .formatted(
                                field.at(),
                                field.valueRange(),
                                path,
                                field.type(),
                                shown.isEmpty() ? "" : "  " + shown));
        if (field.unknown() && unknown.size() < MOST_DEFECTS) {
            unknown.add(new Defect(field.at(), "%s: %s, %s".formatted(path, field.type(), shown)));
        }
        var children = field.children();
        var repeated = new HashMap<String, Integer>();
        for (var child : children) {
            repeated.merge(child.name(), 1, Integer::sum);
        }
        var met = new HashMap<String, Integer>();
        for (var child : children) {
            var name = child.name();
            var place =
                    repeated.get(name) > 1
                            ? "[%d]".formatted(met.merge(name, 1, Integer::sum) - 1)
                            : "";
            print(path + (name.startsWith("[") ? "" : ".") + name + place, child);
        }
    }
}
