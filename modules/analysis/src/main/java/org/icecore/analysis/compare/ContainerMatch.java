package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.Capital;
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

    /// What a reader must be warned of, in sentences; empty if there is no need.
    public String warning() {
        var sentences = new ArrayList<String>();
        if (relation != Relation.SAME_CONTAINER) {
            sentences.add(
                    "%s: %s.".formatted(Capital.of(relation.label()), String.join(", ", reasons)));
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
