/// The window and everything hosted in it. Knows no evidence.
@org.jspecify.annotations.NullMarked
module org.icecore.workbench {
    requires static org.jspecify;
    requires transitive javafx.controls;
    requires bento.fx;
    requires atlantafx.base;

}
