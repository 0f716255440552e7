package org.icecore.evidence;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recognises what lies at a path, by its content and never by its name, and opens it.
record Opening(Path path, Progress progress) {

    Archive open() throws EvidenceException {
        var name = EvidenceFile.name(path);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new EvidenceException(Location.of(name, 0, 0), "neither a file nor a directory: " + path);
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
        var signature = Signature.of(file);
        if (signature.isTar()) {
            var index = TarIndex.of(file, progress);
            return new TarArchive(path, Archive.Packing.TAR, file, index, index.defects(), arena);
        }
        throw new EvidenceException(file.locate(new ByteRange(0, Math.min(file.size(), TarHeader.BLOCK))),
                "not an archive; " + signature.description());
    }
}
