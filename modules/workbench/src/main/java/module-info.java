/// The window and everything hosted in it. Knows no evidence.
@org.jspecify.annotations.NullMarked
module org.icecore.workbench {
    requires static org.jspecify;
    requires transitive javafx.controls;
    requires atlantafx.base;

    exports org.icecore.workbench;
    exports org.icecore.workbench.command;
    exports org.icecore.workbench.dialog;
    exports org.icecore.workbench.icon;
    exports org.icecore.workbench.job;
    exports org.icecore.workbench.layout;
    exports org.icecore.workbench.log;
    exports org.icecore.workbench.navigation;
    exports org.icecore.workbench.part;
    exports org.icecore.workbench.preference;
    exports org.icecore.workbench.quickaccess;
    exports org.icecore.workbench.selection;
    exports org.icecore.workbench.state;
    exports org.icecore.workbench.table;
    exports org.icecore.workbench.theme;
}
