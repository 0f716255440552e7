package org.icecore.evidence;

import java.util.ArrayList;
import java.util.Optional;

/// Recognises an archive by its content and never by its name, and opens it.
///
/// @param nesting of the archive to be opened
record Recognition(Nesting nesting, Progress progress) {

    /// The members of the archive that `bytes` are.
    ///
    /// @throws EvidenceException if they are none, or cannot be read
    Contents contents(ByteSource bytes) throws EvidenceException {
        var start = bytes.locate(new ByteRange(0, Math.min(bytes.size(), TarHeader.BLOCK)));
        if (bytes.size() == 0) {
            throw new EvidenceException(start, "the file is empty");
        }
        var signature = Signature.of(bytes);
        if (signature.isTar()) {
            var index = TarIndex.of(bytes, progress);
            return new TarContents(
                    Archive.Packing.TAR, nesting.chain(), index, index.defects(), Optional.empty());
        }
        if (signature.isZip()) {
            return ZipContents.of(bytes, nesting, progress);
        }
        return switch (Compression.of(bytes)) {
            case NONE -> {
                var front = ZipFront.of(bytes);
                yield ZipContents.behind(
                        front.orElseThrow(() -> none(start, signature)), bytes, nesting, progress);
            }
            case GZIP -> unpacked(Archive.Packing.TAR_GZIP, bytes);
            case ZSTD -> unpacked(Archive.Packing.TAR_ZSTD, bytes);
            case XZ -> unpacked(Archive.Packing.TAR_XZ, bytes);
            case BZIP2 -> unpacked(Archive.Packing.TAR_BZIP2, bytes);
        };
    }

    private static EvidenceException none(Location start, Signature signature) {
        var stump =
                signature.moreFollows()
                        ? Optional.<String>empty()
                        : new Stump(signature.first()).sentence();
        return stump.map(cut -> new EvidenceException(start, cut, Defect.Kind.CUT))
                .orElseGet(
                        () ->
                                new EvidenceException(
                                        start, "not an archive; " + signature.description()));
    }

    static boolean recognises(ByteSource bytes) throws EvidenceException {
        var signature = Signature.of(bytes);
        if (bytes.size() == 0 || signature.isTar() || signature.isZip()) {
            return bytes.size() > 0;
        }
        try {
            return Compression.of(bytes) != Compression.NONE
                    && Signature.of(Beginning.of(bytes, Progress.unwatched())).isTar();
        } catch (EvidenceException _) {
            // A stream that breaks before it yields a header is no archive.
            return false;
        }
    }

    private Contents unpacked(Archive.Packing packing, ByteSource packed) throws EvidenceException {
        var beginning = Beginning.of(packed, progress);
        if (!Signature.of(beginning).isTar()) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(0, packed.size())),
                    "compressed, but holds no tar archive; "
                            + Signature.of(beginning).description());
        }
        var name = packed.locate(new ByteRange(0, 0)).member() + " (unpacked)";
        var copy = WorkingCopy.of(packed, name, nesting.budget(), progress);
        boolean opened = false;
        try {
            // The bytes are done by now; the index only asks whether to go on.
            var index =
                    TarIndex.of(
                            copy.content(),
                            (_, _) -> progress.advance(packed.size(), packed.size()));
            var defects = new ArrayList<>(copy.defects());
            defects.addAll(index.defects());
            var contents =
                    new TarContents(packing, nesting.chain(), index, defects, Optional.of(copy));
            opened = true;
            return contents;
        } finally {
            if (!opened) {
                copy.close();
            }
        }
    }
}
