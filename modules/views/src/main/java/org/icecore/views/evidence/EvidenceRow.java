package org.icecore.views.evidence;

import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.views.bench.BenchItem;

/// A row of the Evidence view. Rows are told apart by item and place.
sealed interface EvidenceRow {
    /// The item it belongs to.
    BenchItem item();

    /// An archive or folder.
    record OfItem(BenchItem item) implements EvidenceRow {}

    /// A line about an item: what it is, or why it cannot be opened.
    ///
    /// @param failure whether it says why the item cannot be opened
    record OfFact(BenchItem item, String text, boolean failure) implements EvidenceRow {}

    /// That the evidence is damaged.
    ///
    /// @param text how much is wrong with it
    record OfDefects(BenchItem item, String text) implements EvidenceRow {}

    /// A folder in the archive, or the archive itself.
    ///
    /// @param path without a slash at the end; empty for the archive itself
    /// @param members how many lie below it
    /// @param bytes of all of them
    record OfFolder(BenchItem item, String path, int members, long bytes) implements EvidenceRow {}

    /// A member of the archive.
    ///
    /// @param index among the members: names can occur twice
    record OfMember(BenchItem item, int index, CheckpointMember member) implements EvidenceRow {
        @Override
        public boolean equals(Object other) {
            return other instanceof OfMember row && row.item == item && row.index == index;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(item) + index;
        }
    }
}
