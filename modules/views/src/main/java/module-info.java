/// One package per view or editor: a view and its view-model.
@org.jspecify.annotations.NullMarked
module org.icecore.views {
    requires static org.jspecify;
    requires transitive org.icecore.workbench;
    requires transitive org.icecore.report;

    exports org.icecore.views.hex;
    exports org.icecore.views.hex.model;
}
