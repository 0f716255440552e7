package org.icecore.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.icecore.report.Section;
import org.icecore.report.VisibleText;

/// The sections of a report with their numbers, in the order they are read.
final class Outline {

    /// A section as it stands in the contents.
    ///
    /// @param number such as `2.1`
    /// @param depth zero for a section of the report itself
    record Heading(String number, int depth, Section section) {

        /// Number and title, as bookmarks and links name the section.
        String title() {
            return number + "  " + VisibleText.of(section.title());
        }
    }

    private Outline() {}

    /// The headings of `sections` and all below them.
    static List<Heading> of(List<Section> sections) {
        var headings = new ArrayList<Heading>();
        collect(sections, "", 0, headings);
        return headings;
    }

    private static void collect(
            List<Section> sections, String prefix, int depth, List<Heading> headings) {
        var next = 1;
        for (var section : sections) {
            var number = prefix + next++;
            headings.add(new Heading(number, depth, section));
            collect(section.sections(), number + ".", depth + 1, headings);
        }
    }
}
