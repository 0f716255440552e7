/// Questions about checkpoints, answered as data: tables, comparison and search.
@org.jspecify.annotations.NullMarked
module org.icecore.analysis {
    requires static org.jspecify;
    requires transitive org.icecore.checkpoint;

    exports org.icecore.analysis.acquisition;
    exports org.icecore.analysis.compare;
    exports org.icecore.analysis.content;
    exports org.icecore.analysis.search;
    exports org.icecore.analysis.table;
}
