package org.icecore.evidence;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// Recognises what lies at a path, by its content and never by its name, and opens it.
record Opening(Path path, Unpacking unpacking, Progress progress) {

    Archive open() throws EvidenceException {
        var name = EvidenceFile.name(path);
        if (Files.isDirectory(path)) {
            return FolderArchive.of(path, progress);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new EvidenceException(
                    Location.of(name, 0, 0), "neither a file nor a folder: " + path);
        }
        var arena = Arena.ofShared();
        boolean opened = false;
        try {
            var archive = file(EvidenceFile.map(path, name, arena), name, arena);
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    private Archive file(ByteSource file, String name, Arena arena) throws EvidenceException {
        var start = file.locate(new ByteRange(0, Math.min(file.size(), TarHeader.BLOCK)));
        if (file.size() == 0) {
            throw new EvidenceException(start, "the file is empty");
        }
        var signature = Signature.of(file);
        if (signature.isTar()) {
            var index = TarIndex.of(file, progress);
            return new TarArchive(
                    path,
                    Archive.Packing.TAR,
                    file,
                    index,
                    index.defects(),
                    Optional.empty(),
                    arena);
        }
        return switch (Compression.of(file)) {
            case NONE ->
                    throw new EvidenceException(
                            start, "not an archive; " + signature.description());
            case GZIP -> unpacked(Archive.Packing.TAR_GZIP, file, name, arena);
            case ZSTD -> unpacked(Archive.Packing.TAR_ZSTD, file, name, arena);
        };
    }

    private Archive unpacked(Archive.Packing packing, ByteSource file, String name, Arena arena)
            throws EvidenceException {
        var beginning = Beginning.of(file, progress);
        if (!Signature.of(beginning).isTar()) {
            throw new EvidenceException(
                    file.locate(new ByteRange(0, file.size())),
                    "compressed, but holds no tar archive; "
                            + Signature.of(beginning).description());
        }
        var copy = WorkingCopy.of(file, name + " (unpacked)", unpacking, progress);
        boolean opened = false;
        try {
            // The file is done by now; the index only asks whether to go on.
            var index =
                    TarIndex.of(
                            copy.content(), (_, _) -> progress.advance(file.size(), file.size()));
            var defects = new ArrayList<>(copy.defects());
            defects.addAll(index.defects());
            var archive =
                    new TarArchive(path, packing, file, index, defects, Optional.of(copy), arena);
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                copy.close();
            }
        }
    }
}
