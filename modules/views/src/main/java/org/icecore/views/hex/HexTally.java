package org.icecore.views.hex;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexFinder;
import org.icecore.views.hex.model.HexHits;

/// Counts all matches of what was found, in the background, once for a pattern and a content. For the JavaFX thread.
final class HexTally {
    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<HexHits>> hits =
            new ReadOnlyObjectWrapper<>(this, "hits", Optional.empty());
    private Optional<Asked> asked = Optional.empty();

    /// A count that was begun.
    private record Asked(HexContent content, BytePattern pattern, AtomicBoolean stop) {
        boolean isOf(HexContent other, BytePattern wanted) {
            return content == other && pattern.equals(wanted);
        }
    }

    HexTally(Executor background) {
        this.background = background;
    }

    /// What was counted; empty before, and where it is too much.
    ReadOnlyObjectProperty<Optional<HexHits>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /// Begins to count, unless that was counted already.
    void count(HexContent content, BytePattern pattern) {
        keepOnly(content, pattern);
        if (asked.isPresent()) {
            return;
        }
        var mine = new Asked(content, pattern, new AtomicBoolean());
        asked = Optional.of(mine);
        background.execute(
                () -> {
                    var counted = HexFinder.all(content, pattern, _ -> !mine.stop().get());
                    Platform.runLater(
                            () -> {
                                if (asked.filter(now -> now == mine).isPresent()) {
                                    hits.set(counted);
                                }
                            });
                });
    }

    /// Forgets what was counted of anything else.
    void keepOnly(HexContent content, BytePattern pattern) {
        if (asked.filter(now -> !now.isOf(content, pattern)).isPresent()) {
            clear();
        }
    }

    /// Stops counting and forgets what was counted.
    void clear() {
        asked.ifPresent(now -> now.stop().set(true));
        asked = Optional.empty();
        hits.set(Optional.empty());
    }
}
