/// Read-only random access to evidence: archives, their members, byte ranges and digests.
///
/// Knows nothing of CRIU, containers or cases, and never opens a file of the evidence for writing.
@org.jspecify.annotations.NullMarked
module org.icecore.evidence {
    requires static org.jspecify;
    requires com.github.luben.zstd_jni;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;

    exports org.icecore.evidence;
}
