/// Documents made of sections, and their writers: PDF, HTML, JSON.
@org.jspecify.annotations.NullMarked
module org.icecore.report {
    requires static org.jspecify;
    requires transitive org.icecore.analysis;
    requires org.apache.pdfbox;
    requires tools.jackson.databind;

}
