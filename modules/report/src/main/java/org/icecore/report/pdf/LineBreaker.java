package org.icecore.report.pdf;

import java.util.ArrayList;
import java.util.List;

/// Runs of text broken into lines.
///
/// A line ends after a space if it can; a word that is too long for a line of its own ends after a slash, or after another
/// sign that parts names, or, failing that, anywhere. No character but the space at a line's end is lost.
final class LineBreaker {

    private static final String PARTING = "/\\:;,=&|?_-.)]}";

    private final List<Run> runs;
    private final double limit;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    private LineBreaker(List<Run> runs, double limit) {
        this.runs = runs;
        this.limit = limit;
        for (var i = 0; i < runs.size(); i++) {
            for (var glyph : runs.get(i).glyphs()) {
                glyphs.add(glyph);
                owners.add(i);
            }
        }
    }

    /// The lines of `runs`, none wider than `limit` points unless a single character is.
    static List<Line> lines(List<Run> runs, double limit) {
        if (runs.size() == 1) {
            var only = runs.getFirst();
            var width = only.width();
            if (width <= limit && !only.glyphs().isEmpty()) {
                return List.of(new Line(runs, width));
            }
        }
        return new LineBreaker(runs, limit).lines();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        var start = 0;
        while (start < glyphs.size()) {
            var end = end(start);
            lines.add(line(start, end));
            start = end;
            while (start < glyphs.size() && glyphs.get(start).isSpace()) {
                start++;
            }
        }
        return lines;
    }

    /// Where the line that begins at `start` ends.
    private int end(int start) {
        var width = 0.0;
        var afterSpace = -1;
        var afterSlash = -1;
        var afterParting = -1;
        for (var i = start; i < glyphs.size(); i++) {
            var glyph = glyphs.get(i);
            width += width(i);
            if (width > limit + 0.01 && !glyph.isSpace() && i > start) {
                var wholeWord = afterSpace > start && fitsAlone(afterSpace);
                if (wholeWord) {
                    return afterSpace;
                }
                var best = Math.max(afterSlash, afterParting);
                return best > start ? best : afterSpace > start ? afterSpace : i;
            }
            if (glyph.isSpace()) {
                afterSpace = i + 1;
                afterSlash = -1;
                afterParting = -1;
            } else if (glyph.codePoint() == '/' && width > limit / 2) {
                afterSlash = i + 1;
                afterParting = -1;
            } else if (Character.isIdeographic(glyph.codePoint())
                    || afterSlash < 0 && PARTING.indexOf(glyph.codePoint()) >= 0) {
                afterParting = i + 1;
            }
        }
        return glyphs.size();
    }

    /// Whether the word at `start` has room on a line of its own.
    private boolean fitsAlone(int start) {
        var width = 0.0;
        for (var i = start; i < glyphs.size() && !glyphs.get(i).isSpace(); i++) {
            width += width(i);
            if (width > limit) {
                return false;
            }
        }
        return true;
    }

    private double width(int index) {
        return glyphs.get(index).advance() * runs.get(owners.get(index)).style().size() / 1000;
    }

    private Line line(int start, int end) {
        var last = end;
        while (last > start && glyphs.get(last - 1).isSpace()) {
            last--;
        }
        var parts = new ArrayList<Run>();
        var width = 0.0;
        var from = start;
        for (var i = start; i < last; i++) {
            width += width(i);
            if (i + 1 == last || !owners.get(i + 1).equals(owners.get(i))) {
                var owner = runs.get(owners.get(i));
                parts.add(new Run(owner.style(), owner.anchor(), glyphs.subList(from, i + 1)));
                from = i + 1;
            }
        }
        return new Line(parts, width);
    }
}
