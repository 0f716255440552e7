/// Questions about checkpoints, answered as data: comparison and search.
@org.jspecify.annotations.NullMarked
module org.icecore.analysis {
    requires static org.jspecify;
    requires transitive org.icecore.checkpoint;

}
