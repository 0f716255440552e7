package org.icecore.evidence;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens what lies at a path.
record Opening(Path path, Nesting nesting, Progress progress) {

    Archive open() throws EvidenceException {
        var name = EvidenceFile.name(path);
        if (Files.isDirectory(path)) {
            return FolderArchive.of(path, nesting, progress);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw EvidenceFile.special(path, name);
        }
        var arena = Arena.ofShared();
        boolean opened = false;
        try {
            var archive = file(EvidenceFile.map(path, name, arena), arena);
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    private Archive file(ByteSource file, Arena arena) throws EvidenceException {
        if (Compression.of(file) == Compression.NONE) {
            var contents = new Recognition(nesting, progress).contents(file);
            return new FileArchive(path, file, contents, Optional.empty(), nesting, arena);
        }
        // What is unpacked is read through anyway.
        try (var digest = new DigestInBackground(file)) {
            var contents = new Recognition(nesting, digest.pacedBy(progress)).contents(file);
            boolean opened = false;
            try {
                var known = Optional.of(digest.await());
                opened = true;
                return new FileArchive(path, file, contents, known, nesting, arena);
            } finally {
                if (!opened) {
                    contents.close();
                }
            }
        }
    }
}
