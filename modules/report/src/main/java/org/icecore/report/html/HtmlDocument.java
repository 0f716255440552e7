package org.icecore.report.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.icecore.report.Block;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Listing;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Report;
import org.icecore.report.Section;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Counts;
import org.icecore.report.writing.Steps;

/// One report on its way to HTML: head, title, contents, sections.
public final class HtmlDocument {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Report report;
    private final Markup markup;
    private final Steps steps;
    private final HtmlTable tables;
    private final HtmlDump dumps;

    /// Writes to `out`, which stays open.
    public HtmlDocument(Report report, Appendable out, Steps steps) {
        this.report = report;
        this.markup = new Markup(out);
        this.steps = steps;
        this.tables = new HtmlTable(markup, steps);
        this.dumps = new HtmlDump(markup);
    }

    /// Writes all of it.
    public void write() throws IOException {
        var style = style();
        markup.tags("<!DOCTYPE html>\n<html lang=\"")
                .text(report.language())
                .tags("\">\n<head>\n")
                .tags("<meta charset=\"utf-8\">\n")
                .tags(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .tags("sha256-" + digest(style))
                .tags("'; base-uri 'none'; form-action 'none'\">\n")
                .tags("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .tags("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .tags("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .tags("<meta name=\"generator\" content=\"")
                .text(report.tool().toString())
                .tags("\">\n")
                .tags("<title>")
                .text(report.title())
                .tags("</title>\n<style>")
                .tags(style)
                .tags("</style>\n</head>\n<body>\n<header>\n<h1>")
                .text(report.title())
                .tags("</h1>\n<p class=\"subtitle\">")
                .text(report.subtitle())
                .tags("</p>\n");
        facts(report.facts());
        markup.tags("</header>\n<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n");
        contents(report.sections());
        markup.tags("</nav>\n<main>\n");
        sections(report.sections(), "", 2);
        markup.tags("</main>\n<footer><p>")
                .text(report.tool() + ", " + TIME.format(report.created()))
                .tags("</p></footer>\n</body>\n</html>\n");
    }

    private void contents(List<Section> sections) throws IOException {
        if (sections.isEmpty()) {
            return;
        }
        markup.tags("<ol>\n");
        for (var section : sections) {
            markup.tags("<li><a href=\"#")
                    .text(section.anchor())
                    .tags("\">")
                    .text(section.title())
                    .tags("</a>\n");
            contents(section.sections());
            markup.tags("</li>\n");
        }
        markup.tags("</ol>\n");
    }

    private void sections(List<Section> sections, String prefix, int level) throws IOException {
        var next = 1;
        for (var section : sections) {
            var number = prefix + next++;
            var heading = "h" + Math.min(level, 6);
            markup.tags("<section id=\"")
                    .text(section.anchor())
                    .tags("\">\n<" + heading + "><span class=\"number\">")
                    .text(number)
                    .tags("</span> ")
                    .text(section.title())
                    .tags("</" + heading + ">\n");
            for (var block : section.blocks()) {
                write(block);
                steps.next();
            }
            sections(section.sections(), number + ".", level + 1);
            markup.tags("</section>\n");
        }
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Paragraph paragraph -> {
                markup.tags("<p>").text(paragraph.text());
                location(markup, paragraph.location());
                markup.tags("</p>\n");
            }
            case FactList list -> facts(list.facts());
            case Table table -> tables.write(table);
            case Tree tree -> tables.write(tree);
            case HexExcerpt excerpt -> dumps.write(excerpt);
            case Note note -> write(note);
            case Listing listing -> write(listing);
        }
    }

    private void write(Note note) throws IOException {
        var caution = note.kind() == Note.Kind.CAUTION ? " caution" : "";
        markup.tags("<div class=\"note" + caution + "\" role=\"note\">\n<p><strong>")
                .text(note.kind().label())
                .tags("</strong></p>\n<p>")
                .text(note.text());
        location(markup, note.location());
        markup.tags("</p>\n</div>\n");
    }

    private void write(Listing listing) throws IOException {
        markup.tags("<figure>\n");
        if (listing.caption().isPresent()) {
            markup.tags("<figcaption>").text(listing.caption().get()).tags("</figcaption>\n");
        }
        markup.tags("<pre>");
        for (var line : listing.lines()) {
            markup.tags("<bdi>").text(line).tags("</bdi>\n");
        }
        markup.tags("</pre>\n");
        omitted(markup, listing.omitted(), "line", "lines");
        location(markup, listing.location());
        markup.tags("</figure>\n");
    }

    private void facts(List<Fact> facts) throws IOException {
        markup.tags("<table class=\"facts\">\n");
        for (var fact : facts) {
            markup.tags("<tr><th scope=\"row\">")
                    .text(fact.name())
                    .tags("</th><td>")
                    .text(fact.value());
            location(markup, fact.location());
            markup.tags("</td></tr>\n");
        }
        markup.tags("</table>\n");
    }

    static void location(Markup markup, Optional<String> location) throws IOException {
        if (location.isPresent()) {
            markup.tags("<small class=\"location\">").text(location.get()).tags("</small>");
        }
    }

    static void omitted(Markup markup, long count, String one, String many) throws IOException {
        if (count > 0) {
            markup.tags("<p class=\"omitted\">")
                    .text(Counts.of(count, one, many))
                    .tags(" left out</p>\n");
        }
    }

    private static String style() throws IOException {
        try (var in = HtmlDocument.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new FileNotFoundException("report.css is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(String style) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
