/// The program: wiring, built-in perspectives and keys, the command line.
@org.jspecify.annotations.NullMarked
module org.icecore.app {
    requires static org.jspecify;
    requires org.icecore.views;
    requires info.picocli;
    requires tools.jackson.databind;

    // picocli fills the annotated fields of commands.
    opens org.icecore.app.cli to
            info.picocli;
}
