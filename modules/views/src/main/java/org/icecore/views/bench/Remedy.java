package org.icecore.views.bench;

import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.evidence.UnpackingLimitException;

/// What the examiner can do about evidence of which something is missing.
public sealed interface Remedy {
    /// Nothing.
    record None() implements Remedy {}

    /// Another dump can be supplied, in which pages of this one lie.
    ///
    /// @param needed what is missing, with its place
    record SupplyParent(String needed) implements Remedy {}

    /// It was not opened because it unpacks to more than is allowed; it can be opened by whoever knows that it is that large.
    ///
    /// @param limit bytes that were allowed
    record RaiseLimit(long limit) implements Remedy {
        private static final int STEP = 4;

        /// Bytes to allow next.
        public long next() {
            return limit > Long.MAX_VALUE / STEP ? Long.MAX_VALUE : Math.max(1, limit) * STEP;
        }
    }

    /// The command that applies it; empty if there is none.
    default Optional<String> command() {
        return switch (this) {
            case None _ -> Optional.empty();
            case SupplyParent _ -> Optional.of(BenchCommands.SUPPLY_PARENT);
            case RaiseLimit _ -> Optional.of(BenchCommands.RAISE_LIMIT);
        };
    }

    /// What to do, for a line in a view; empty if nothing can be done.
    default String advice() {
        return switch (this) {
            case None _ -> "";
            case SupplyParent _ -> "pages lie in another dump: supply the parent";
            case RaiseLimit raise ->
                    "open with up to %s, if you know that it is that large"
                            .formatted(CellText.size(raise.next()));
        };
    }

    /// What can be done about an open checkpoint.
    static Remedy of(Checkpoint checkpoint) {
        return switch (checkpoint.ancestry()) {
            case Ancestry.Whole _, Ancestry.Complete _ -> new None();
            case Ancestry.ParentMissing missing when !missing.used() -> new None();
            case Ancestry.ParentMissing missing ->
                    new SupplyParent("%s: %s".formatted(missing.at(), missing.needed()));
            case Ancestry.PagesMissing missing -> new SupplyParent(missing.needed());
        };
    }

    /// What can be done about evidence that could not be opened.
    static Remedy of(Throwable failure) {
        return failure instanceof UnpackingLimitException large
                ? new RaiseLimit(large.limit())
                : new None();
    }
}
