/// The program: wiring, built-in perspectives and keys, the command line.
@org.jspecify.annotations.NullMarked
module org.icecore.app {
    requires static org.jspecify;
    requires org.icecore.icons;
    requires org.icecore.views;
    requires info.picocli;

    exports org.icecore.app.desktop to
            javafx.graphics;
}
