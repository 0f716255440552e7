/// CRIU image files: magic, framing, messages and raw payloads, exactly as CRIU wrote them.
@org.jspecify.annotations.NullMarked
module org.icecore.criu {
    requires static org.jspecify;
    requires org.lz4.java;
    requires transitive com.google.protobuf;
    requires transitive org.icecore.evidence;

    exports org.icecore.criu;
    exports org.icecore.criu.field;
    exports org.icecore.criu.json;
    exports org.icecore.criu.proto;
    exports org.icecore.criu.raw;
}
