/// Documents made of sections, and their writers: PDF, HTML, JSON.
@org.jspecify.annotations.NullMarked
module org.icecore.report {
    requires static org.jspecify;
    requires transitive org.icecore.analysis;
    requires transitive org.icecore.evidence;
    requires java.desktop;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires tools.jackson.databind;

    exports org.icecore.report;
    exports org.icecore.report.content;
}
