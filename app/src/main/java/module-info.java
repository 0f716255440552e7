/// The program: wiring, built-in perspectives and keys, the command line.
@org.jspecify.annotations.NullMarked
module org.icecore.app {
    requires static org.jspecify;
    requires org.icecore.icons;
    requires transitive org.icecore.views;
    requires info.picocli;
    requires tools.jackson.databind;

    // The toolkit makes the application by its class.
    exports org.icecore.app.desktop to
            javafx.graphics;

    // picocli fills the annotated fields of commands.
    opens org.icecore.app.cli to
            info.picocli;
}
