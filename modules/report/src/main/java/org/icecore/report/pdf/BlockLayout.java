package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Block;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Listing;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Counts;
import org.icecore.report.writing.Steps;

/// Lays the blocks of a section out, one below the other.
final class BlockLayout {

    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;

    private final PageFlow flow;
    private final Typesetter typesetter;
    private final TableLayout tables;
    private final HexLayout excerpts;

    BlockLayout(PageFlow flow, Typesetter typesetter, Steps steps) {
        this.flow = flow;
        this.typesetter = typesetter;
        this.tables = new TableLayout(flow, typesetter, steps);
        this.excerpts = new HexLayout(flow, typesetter);
    }

    void lay(Block block) throws IOException {
        switch (block) {
            case Paragraph paragraph -> lay(paragraph);
            case FactList list -> facts(list.facts());
            case Table table -> tables.lay(table);
            case Tree tree -> tables.lay(tree);
            case HexExcerpt excerpt -> excerpts.lay(excerpt);
            case Note note -> lay(note);
            case Listing listing -> lay(listing);
        }
    }

    private void lay(Paragraph paragraph) throws IOException {
        var lines = typesetter.lines(paragraph.text(), Style.BODY, WIDTH);
        flow.need(Math.min(2, lines.size()) * Style.BODY.leading());
        try (var _ = flow.structure().in("P")) {
            flow.lines(lines, Style.BODY, Sheet.LEFT);
            location(paragraph.location(), Sheet.LEFT, WIDTH);
        }
        flow.gap(7);
    }

    /// Names and values in two columns, a hairline between the facts.
    void facts(List<Fact> facts) throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        var nameWidth = 60.0;
        for (var fact : facts) {
            nameWidth = Math.max(nameWidth, typesetter.run(fact.name(), NAME).width());
        }
        nameWidth = Math.min(nameWidth, WIDTH * 0.32);
        try (var _ = flow.structure().in("L")) {
            for (var fact : facts) {
                lay(fact, nameWidth);
            }
        }
        flow.gap(9);
    }

    private static final Style NAME = new Style(Face.TEXT, 8.6, Ink.SOFT);
    private static final Style VALUE = new Style(Face.TEXT, 8.8, Ink.TEXT);

    private void lay(Fact fact, double nameWidth) throws IOException {
        var x = Sheet.LEFT + nameWidth + 16;
        var names = typesetter.lines(fact.name(), NAME, nameWidth);
        var values = typesetter.lines(fact.value(), VALUE, Sheet.RIGHT - x);
        var places = locationLines(fact.location(), Sheet.RIGHT - x);
        var height =
                Math.max(names.size(), values.size()) * VALUE.leading()
                        + places.size() * Style.LOCATION.leading()
                        + 4;
        flow.need(Math.min(height, 120));
        var top = flow.y();
        var sheet = flow.sheet();
        var item = flow.structure().add("LI");
        try (var _ = flow.structure().in(new Element("Lbl", item))) {
            var baseline = top + VALUE.size() + 1.5;
            for (var line : names) {
                sheet.text(line, Sheet.LEFT, baseline);
                baseline += VALUE.leading();
            }
        }
        flow.advance(1.5);
        try (var _ = flow.structure().in(new Element("LBody", item))) {
            flow.lines(values, VALUE, x);
            flow.lines(places, Style.LOCATION, x);
        }
        if (flow.sheet() == sheet) {
            flow.advance(Math.max(0, top + height - 2.5 - flow.y()));
        }
        flow.advance(1.5);
        flow.sheet().rule(Ink.HAIRLINE, 0.4, flow.y());
        flow.advance(1);
    }

    private void lay(Note note) throws IOException {
        try (var _ = flow.structure().in("P")) {
            draw(note);
        }
    }

    private void draw(Note note) throws IOException {
        var ink =
                switch (note.kind()) {
                    case NOTE, COVERAGE -> Ink.NOTE;
                    case CAUTION -> Ink.CHANGED;
                };
        var style = new Style(Face.TEXT, 8.8, Ink.TEXT);
        var label = typesetter.line(note.kind().label(), style.bold().in(ink));
        var lines = new ArrayList<>(typesetter.lines(note.text(), style, WIDTH - 24));
        var places = locationLines(note.location(), WIDTH - 24);
        flow.need(Math.min(4, lines.size() + 1) * style.leading() + 12);
        noteSpace(note, ink, 7);
        var labelTop = flow.y();
        noteSpace(note, ink, style.leading() + 1);
        flow.sheet().text(label, Sheet.LEFT + 14, labelTop + style.size());
        for (var line : lines) {
            if (style.leading() > flow.room()) {
                flow.newSheet();
            }
            var y = flow.y();
            noteSpace(note, ink, style.leading());
            flow.sheet().text(line, Sheet.LEFT + 14, y + style.size());
        }
        for (var line : places) {
            if (Style.LOCATION.leading() > flow.room()) {
                flow.newSheet();
            }
            var y = flow.y();
            noteSpace(note, ink, Style.LOCATION.leading());
            flow.sheet().text(line, Sheet.LEFT + 14, y + Style.LOCATION.size());
        }
        noteSpace(note, ink, 4);
        flow.gap(10);
    }

    /// A piece of the coloured ground of a note; ground comes before the text that stands on it.
    private void noteSpace(Note note, Ink ink, double height) {
        var wash = note.kind() == Note.Kind.CAUTION ? Ink.CHANGED_WASH : Ink.HEAD_WASH;
        flow.sheet().fill(wash, Sheet.LEFT, flow.y(), WIDTH, height);
        flow.sheet().fill(ink, Sheet.LEFT, flow.y(), 2.5, height);
        flow.advance(height);
    }

    private void lay(Listing listing) throws IOException {
        var style = new Style(Face.MONOSPACED, 7.2, Ink.TEXT);
        flow.need(60);
        if (listing.caption().isPresent()) {
            caption(flow, typesetter, listing.caption().get());
            flow.advance(3);
        }
        try (var _ = flow.structure().in("P");
                var _ = flow.structure().in("Code")) {
            code(listing, style);
        }
        flow.advance(2);
        omitted(flow, typesetter, listing.omitted(), "line", "lines");
        if (listing.location().isPresent()) {
            remark(flow, typesetter, listing.location().get(), Style.LOCATION);
        }
        flow.gap(10);
    }

    private void code(Listing listing, Style style) throws IOException {
        for (var text : listing.lines()) {
            var lines = typesetter.lines(text, style, WIDTH - 16);
            if (lines.isEmpty()) {
                lines = List.of(new Line(List.of(), 0));
            }
            for (var i = 0; i < lines.size(); i++) {
                flow.need(style.leading());
                flow.sheet().fill(Ink.HEAD_WASH, Sheet.LEFT, flow.y(), WIDTH, style.leading());
                if (i > 0) {
                    try (var _ = flow.structure().in(Artifact.LAYOUT)) {
                        flow.sheet()
                                .text(
                                        typesetter.line("↪", style.in(Ink.SOFT)),
                                        Sheet.LEFT + 2,
                                        flow.y() + style.size());
                    }
                }
                flow.sheet().text(lines.get(i), Sheet.LEFT + 10, flow.y() + style.size() + 0.5);
                flow.advance(style.leading());
            }
        }
    }

    /// A caption that stands above what it names.
    static void caption(PageFlow flow, Typesetter typesetter, String caption) throws IOException {
        try (var _ = flow.structure().in("P")) {
            flow.lines(typesetter.lines(caption, Style.CAPTION, WIDTH), Style.CAPTION, Sheet.LEFT);
        }
    }

    /// A small remark that stands below what it is about.
    static void remark(PageFlow flow, Typesetter typesetter, String text, Style style)
            throws IOException {
        try (var _ = flow.structure().in("P")) {
            flow.lines(typesetter.lines(text, style, WIDTH), style, Sheet.LEFT);
        }
    }

    /// A line that says how much is left out, if anything is.
    static void omitted(PageFlow flow, Typesetter typesetter, long count, String one, String many)
            throws IOException {
        if (count > 0) {
            var text = "%s left out".formatted(Counts.of(count, one, many));
            flow.advance(2);
            remark(flow, typesetter, text, Style.SMALL);
        }
    }

    private void location(Optional<String> location, double x, double width) throws IOException {
        flow.lines(locationLines(location, width), Style.LOCATION, x);
    }

    private List<Line> locationLines(Optional<String> location, double width) throws IOException {
        return location.isEmpty()
                ? List.of()
                : typesetter.lines(location.get(), Style.LOCATION, width);
    }
}
