/// One package per view or editor: a view and its view-model.
@org.jspecify.annotations.NullMarked
module org.icecore.views {
    requires static org.jspecify;
    requires transitive org.icecore.workbench;
    requires transitive org.icecore.analysis;
    requires transitive org.icecore.report;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires reactfx;

    exports org.icecore.views.acquisition;
    exports org.icecore.views.archive;
    exports org.icecore.views.bench;
    exports org.icecore.views.compare;
    exports org.icecore.views.desk;
    exports org.icecore.views.evidence;
    exports org.icecore.views.export;
    exports org.icecore.views.files;
    exports org.icecore.views.filters;
    exports org.icecore.views.guide;
    exports org.icecore.views.host;
    exports org.icecore.views.kernel;
    exports org.icecore.views.hex.model;
    exports org.icecore.views.hex;
    exports org.icecore.views.images;
    exports org.icecore.views.mappings;
    exports org.icecore.views.memory;
    exports org.icecore.views.overview;
    exports org.icecore.views.properties;
    exports org.icecore.views.result;
    exports org.icecore.views.search;
    exports org.icecore.views.sockets;
    exports org.icecore.views.tasks;
    exports org.icecore.views.credentials;
    exports org.icecore.views.mounts;
    exports org.icecore.views.namespaces;
    exports org.icecore.views.network;
    exports org.icecore.views.recovered;
    exports org.icecore.views.rootfs;
    exports org.icecore.views.threads;
    exports org.icecore.views.unknown;
    exports org.icecore.views.text;
}
