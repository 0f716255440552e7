package org.icecore.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The places of a report that links lead to, and the links.
final class Anchors {

    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();

    private Anchors() {}

    /// Throws unless every anchor is well formed and stands once, and every link has its anchor.
    static void check(List<Fact> facts, List<Section> sections) {
        var anchors = new Anchors();
        facts.forEach(fact -> anchors.visit(fact.value()));
        sections.forEach(anchors::visit);
        for (var link : anchors.links) {
            if (!anchors.places.contains(link)) {
                throw new IllegalArgumentException(
                        "a link leads to \"%s\", which is nowhere".formatted(link));
            }
        }
    }

    private void visit(Section section) {
        place(section.anchor());
        section.blocks().forEach(this::visit);
        section.sections().forEach(this::visit);
    }

    private void visit(Block block) {
        switch (block) {
            case Paragraph paragraph -> visit(paragraph.text());
            case FactList list -> list.facts().forEach(fact -> visit(fact.value()));
            case Table table -> {
                table.anchor().ifPresent(this::place);
                table.rows().forEach(this::visit);
            }
            case Tree tree -> {
                tree.anchor().ifPresent(this::place);
                tree.nodes().forEach(node -> visit(node.row()));
            }
            case HexExcerpt excerpt -> excerpt.anchor().ifPresent(this::place);
            case Note note -> visit(note.text());
            case Listing _ -> {}
        }
    }

    private void visit(Row row) {
        row.cells().forEach(this::visit);
    }

    private void visit(Text text) {
        for (var span : text.spans()) {
            if (span instanceof Span.Link link) {
                links.add(link.anchor());
            }
        }
    }

    private void place(String anchor) {
        if (!anchor.matches("[A-Za-z][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not an anchor: \"%s\"".formatted(anchor));
        }
        if (!places.add(anchor)) {
            throw new IllegalArgumentException(
                    "two places have the anchor \"%s\"".formatted(anchor));
        }
    }
}
