package org.icecore.report;

import java.util.List;

/// A titled part of a report: its own blocks first, then its sections.
///
/// @param anchor where links to this section lead; unique in the report
public record Section(String title, String anchor, List<Block> blocks, List<Section> sections) {

    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /// A section without sections of its own.
    public static Section of(String title, String anchor, List<Block> blocks) {
        return new Section(title, anchor, blocks, List.of());
    }
}
