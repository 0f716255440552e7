package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;

/// Whether two checkpoints are of one container, and which is the older.
///
/// @param reasons the evidence for the relation, one sentence each
/// @param orderReason the evidence for the order
public record ContainerMatch(
        Relation relation, List<String> reasons, Order order, String orderReason) {

    public ContainerMatch {
        reasons = List.copyOf(reasons);
    }

    /// What the engines' files and the images' times say of two checkpoints; the only judge of their order.
    public static ContainerMatch of(Checkpoint before, Checkpoint after) {
        return ContainerMatching.of(before, after);
    }

    /// Whether a reader must be warned before the comparison is believed.
    public boolean needsWarning() {
        return relation != Relation.SAME_CONTAINER || order == Order.REVERSED;
    }

    /// What a reader must be warned of, one sentence each; empty if there is no need. The reasons stand elsewhere.
    ///
    /// @param before what the first checkpoint is called
    /// @param after what the second is called
    public String warning(String before, String after) {
        var sentences = new ArrayList<String>();
        switch (relation) {
            case SAME_CONTAINER -> {}
            case SAME_ORIGIN ->
                    sentences.add(
                            "%s and %s are two containers of one image and name: what is listed may have been different from the start."
                                    .formatted(before, after));
            case UNRELATED ->
                    sentences.add(
                            "%s and %s are unrelated containers: these are their differences, not what happened in one."
                                    .formatted(before, after));
            case UNDECIDED ->
                    sentences.add(
                            "It cannot be told whether %s and %s are one container: if they are not, what is listed are their differences."
                                    .formatted(before, after));
        }
        if (order == Order.REVERSED) {
            sentences.add("Before is younger than after: %s.".formatted(orderReason));
        }
        return String.join(" ", sentences);
    }

    /// How the two containers are related.
    public enum Relation {
        /// The same id.
        SAME_CONTAINER("the same container"),
        /// The same image and name, but another id: restored, or deployed again.
        SAME_ORIGIN("another container of the same image and name"),
        /// Different containers.
        UNRELATED("unrelated containers"),
        /// A checkpoint does not name its container.
        UNDECIDED("it cannot be told whether this is one container");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /// The words for tables and warnings.
        public String label() {
            return label;
        }
    }

    /// Which checkpoint is the older.
    public enum Order {
        /// The first is older, as it should be.
        FORWARD,
        /// The first is younger.
        REVERSED,
        /// Both bear the same time.
        SAME_TIME,
        /// A checkpoint bears no time.
        UNKNOWN
    }
}
