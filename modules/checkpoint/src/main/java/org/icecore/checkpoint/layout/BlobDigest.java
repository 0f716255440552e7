package org.icecore.checkpoint.layout;

import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Compression;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Whether a blob of an image is what its name says: the digest of its content (OCI image specification 1.1, image-layout.md,
/// "Blobs", and descriptor.md, "Digests").
///
/// What is read through anyway is read once more for it. A large blob that is read in place is not: to open it takes no longer
/// than to open a small one, and that it was not verified is told.
record BlobDigest(Archive archive, Progress progress) {

    private static final long LARGEST = 256L << 20;

    private static final Pattern BLOB =
            Pattern.compile("(.*/)?blobs/([a-z0-9]{1,20})/([0-9a-f]{32,128})");

    /// What is to be said of the member; nothing if it is no blob, or is what its name says.
    Optional<Defect> check(Member member) {
        var name = BLOB.matcher(member.name());
        if (!name.matches() || Images.packaging(archive, member) != Layout.Packaging.OCI_IMAGE) {
            return Optional.empty();
        }
        try {
            var content = archive.open(member);
            if (!name.group(2).equals("sha256")) {
                return unverified(member, "it is no SHA-256");
            }
            if (content.size() > LARGEST && Compression.of(content) == Compression.NONE) {
                return unverified(member, "the blob is read in place, and is large");
            }
            var found = Digest.of(content, progress).hex();
            return found.equals(name.group(3))
                    ? Optional.empty()
                    : Optional.of(
                            OciBlob.defect(
                                    archive,
                                    member,
                                    "the SHA-256 of this blob is %s and not what it is called: it was changed or damaged"
                                            .formatted(found),
                                    Defect.Kind.DAMAGED));
        } catch (EvidenceException _) {
            // Whoever reads the blob says so.
            return Optional.empty();
        }
    }

    private Optional<Defect> unverified(Member member, String reason) {
        return Optional.of(
                OciBlob.defect(
                        archive,
                        member,
                        "whether this blob has the digest that it is called by was not verified: "
                                + reason,
                        Defect.Kind.ODD));
    }
}
