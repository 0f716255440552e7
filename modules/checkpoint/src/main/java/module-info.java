/// A container checkpoint as records: tasks, address spaces, files, sockets, mounts. Messages end here.
@org.jspecify.annotations.NullMarked
module org.icecore.checkpoint {
    requires static org.jspecify;
    requires org.icecore.criu;
    requires transitive org.icecore.evidence;
    requires tools.jackson.databind;

    exports org.icecore.checkpoint;
    exports org.icecore.checkpoint.cgroup;
    exports org.icecore.checkpoint.container;
    exports org.icecore.checkpoint.content;
    exports org.icecore.checkpoint.dump;
    exports org.icecore.checkpoint.file;
    exports org.icecore.checkpoint.image;
    exports org.icecore.checkpoint.ipc;
    exports org.icecore.checkpoint.lock;
    exports org.icecore.checkpoint.memory;
    exports org.icecore.checkpoint.namespace;
    exports org.icecore.checkpoint.queue;
    exports org.icecore.checkpoint.signal;
    exports org.icecore.checkpoint.task;
    exports org.icecore.checkpoint.timer;
}
