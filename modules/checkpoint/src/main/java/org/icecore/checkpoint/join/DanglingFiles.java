package org.icecore.checkpoint.join;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Counts what refers to open files that no image lists, although there is an image of them: it ends too early, or is of another
/// dump. One defect for each kind of reference, at the first; where there is no image of files at all, that is told elsewhere.
///
/// For one thread.
final class DanglingFiles {

    /// What refers to a file.
    enum Reference {
        DESCRIPTOR("a descriptor", "descriptors"),
        EXECUTABLE("an executable", "executables"),
        WORKING_DIRECTORY("a working directory", "working directories"),
        ROOT("a root directory", "root directories"),
        MAPPING("a mapping of a file", "mappings of files");

        private final String one;
        private final String many;

        Reference(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    private record Found(long count, long id, Location first) {}

    private final Map<Long, OpenFile> files;
    private final Consumer<Defect> defects;
    private final boolean listed;
    private final Map<Reference, Found> found = new EnumMap<>(Reference.class);

    DanglingFiles(ImageSet images, Map<Long, OpenFile> files, Consumer<Defect> defects) {
        this.files = files;
        this.defects = defects;
        this.listed = images.noFiles().isEmpty();
    }

    /// Notes a reference to the file of that id.
    void check(Reference reference, long id, Location at) {
        if (listed && !files.containsKey(id)) {
            found.merge(
                    reference,
                    new Found(1, id, at),
                    (before, _) -> new Found(before.count() + 1, before.id(), before.first()));
        }
    }

    /// Tells what was found, and forgets it.
    void tell() {
        found.forEach(
                (reference, all) ->
                        defects.accept(
                                new Defect(
                                        all.first(),
                                        all.count() == 1
                                                ? "%s refers to file %s, which no image of open files lists"
                                                        .formatted(reference.one, number(all.id()))
                                                : "%,d %s refer to files that no image of open files lists; this is the first, to file %s"
                                                        .formatted(
                                                                all.count(),
                                                                reference.many,
                                                                number(all.id())))));
        found.clear();
    }

    private static String number(long id) {
        return Long.toUnsignedString(id);
    }
}
