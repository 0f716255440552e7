package org.icecore.workbench.table;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/// A typed column of a table or a tree.
///
/// @param id stable; remembered with the width
/// @param value what the column shows of a row, and sorts by
/// @param text the value as shown, copied and filtered
/// @param order how it sorts
/// @param tooltip text for the pointer, such as the exact bytes of a size; empty text for none
/// @param icon the name of an icon before the text
/// @param ink the style class of a cell, such as `ink-executable`; see the stylesheet
/// @param right right-aligned, as numbers are
/// @param mono in the monospaced font, as addresses and digests are
/// @param whole never narrower than what stands in it, as half a number is another number
/// @param onDemand hidden until the examiner asks for it
/// @param width in pixels, until rows are seen or the examiner changes it
public record Column<R, T>(
        String id,
        String title,
        Function<R, T> value,
        Function<T, String> text,
        Comparator<T> order,
        Function<R, String> tooltip,
        Function<R, Optional<String>> icon,
        Function<R, Optional<String>> ink,
        boolean right,
        boolean mono,
        boolean whole,
        boolean onDemand,
        double width) {
    /// A column of text.
    public static <R> Column<R, String> text(
            String id, String title, double width, Function<R, String> value) {
        return of(id, title, width, value, Function.identity(), String::compareTo);
    }

    /// A right-aligned column of numbers or of anything that compares with itself.
    public static <R, T extends Comparable<? super T>> Column<R, T> number(
            String id, String title, double width, Function<R, T> value) {
        return of(id, title, width, value, String::valueOf, Comparator.<T>naturalOrder())
                .rightAligned();
    }

    /// A column of any type.
    public static <R, T> Column<R, T> of(
            String id,
            String title,
            double width,
            Function<R, T> value,
            Function<T, String> text,
            Comparator<T> order) {
        return new Column<>(
                id,
                title,
                value,
                text,
                order,
                _ -> "",
                _ -> Optional.empty(),
                _ -> Optional.empty(),
                false,
                false,
                false,
                false,
                width);
    }

    /// The same column with values shown in another way.
    public Column<R, T> shownAs(Function<T, String> wanted) {
        return new Column<>(
                id, title, value, wanted, order, tooltip, icon, ink, right, mono, whole, onDemand,
                width);
    }

    /// The same column in the monospaced font.
    public Column<R, T> monospaced() {
        return new Column<>(
                id, title, value, text, order, tooltip, icon, ink, right, true, whole, onDemand,
                width);
    }

    /// The same column aligned at the right, and never cut.
    public Column<R, T> rightAligned() {
        return new Column<>(
                id, title, value, text, order, tooltip, icon, ink, true, mono, true, onDemand,
                width);
    }

    /// The same column, never narrower than what stands in it.
    public Column<R, T> uncut() {
        return new Column<>(
                id, title, value, text, order, tooltip, icon, ink, right, mono, true, onDemand,
                width);
    }

    /// The same column, hidden until the examiner asks for it.
    public Column<R, T> askedFor() {
        return new Column<>(
                id, title, value, text, order, tooltip, icon, ink, right, mono, whole, true, width);
    }

    /// The same column with a text for the pointer.
    public Column<R, T> withTooltip(Function<R, String> wanted) {
        return new Column<>(
                id, title, value, text, order, wanted, icon, ink, right, mono, whole, onDemand,
                width);
    }

    /// The same column with an icon before the text.
    public Column<R, T> withIcon(Function<R, Optional<String>> wanted) {
        return new Column<>(
                id, title, value, text, order, tooltip, wanted, ink, right, mono, whole, onDemand,
                width);
    }

    /// The same column with a style class for each cell.
    public Column<R, T> withInk(Function<R, Optional<String>> wanted) {
        return new Column<>(
                id, title, value, text, order, tooltip, icon, wanted, right, mono, whole, onDemand,
                width);
    }

    /// The text of a row in this column.
    public String textOf(R row) {
        return text.apply(value.apply(row));
    }

    /// How two rows sort by this column.
    public Comparator<R> rowOrder() {
        return Comparator.comparing(value, order);
    }
}
