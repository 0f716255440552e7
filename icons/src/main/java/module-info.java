/// The drawings of the program, ready for a toolkit: path data and the application icon as PNG.
@org.jspecify.annotations.NullMarked
module org.icecore.icons {
    requires static org.jspecify;

    exports org.icecore.icons;
}
