/// Documents made of sections, and their writers: PDF, HTML, JSON.
@org.jspecify.annotations.NullMarked
module org.icecore.report {
    requires static org.jspecify;
    requires transitive org.icecore.analysis;
    requires transitive org.icecore.evidence;
    requires java.desktop;
    // PDFBox complains at length where it cannot find the means to unmap files, though it maps none
    // here.
    requires jdk.unsupported;
    // PDFBox, being an automatic module, draws no named module into the program by itself.
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires tools.jackson.databind;

    exports org.icecore.report;
    exports org.icecore.report.content;
}
