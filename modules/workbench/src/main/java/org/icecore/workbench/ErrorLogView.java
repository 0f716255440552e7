package org.icecore.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.LogEntry;
import org.icecore.workbench.log.Severity;
import org.icecore.workbench.part.View;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// What went wrong, the newest first, with the details of the selected entry.
final class ErrorLogView implements View {
    static final String ID = "error-log";
    static final String SHOW_LAST = "error-log.show-last";
    static final String COPY = "error-log.copy";
    static final String CLEAR = "error-log.clear";

    private static final double NARROW = 720;

    private final ErrorLog log;
    private final DenseTable<LogEntry> table;
    private final SplitPane node;
    private final InvalidationListener follow = _ -> refresh();

    ErrorLogView(WorkbenchServices services) {
        log = services.errorLog();
        table =
                new DenseTable<>(
                        TableSetup.of(
                                ID,
                                "Error Log",
                                columns(),
                                services.menus(),
                                services.icons(),
                                services.preferences()));
        table.emptyText("Nothing went wrong so far.");
        var details = new TextArea();
        details.setEditable(false);
        details.setWrapText(true);
        details.getStyleClass().addAll("mono", "details");
        details.setAccessibleText("Details");
        table.selectedRow()
                .subscribe(entry -> details.setText(entry.map(ErrorLogView::details).orElse("")));
        node = new SplitPane(table, details);
        node.orientationProperty()
                .bind(
                        node.widthProperty()
                                .map(
                                        width ->
                                                width.doubleValue() < NARROW
                                                        ? Orientation.VERTICAL
                                                        : Orientation.HORIZONTAL));
        node.setDividerPositions(0.62);
        log.entries().addListener(follow);
        refresh();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        table.focusRows();
    }

    @Override
    public List<String> toolBar() {
        return List.of(COPY, CLEAR);
    }

    @Override
    public void dispose() {
        log.entries().removeListener(follow);
    }

    /// Selects the newest entry.
    void selectLast() {
        table.rows().stream().findFirst().ifPresent(entry -> table.select(List.of(entry)));
    }

    /// Copies all entries as text, to be pasted into a message.
    static void copy(ErrorLog log) {
        var content = new ClipboardContent();
        content.putString(text(log));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// All entries as text, the oldest first.
    static String text(ErrorLog log) {
        return log.entries().stream()
                .map(LogEntry::text)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /// The newest entry is read at once, unless the examiner reads another.
    private void refresh() {
        var newest = table.rows().stream().findFirst().map(List::of).orElse(List.of());
        var follows = table.selected().isEmpty() || table.selected().equals(newest);
        table.show(log.entries().reversed());
        if (follows) {
            selectLast();
        }
    }

    private static String details(LogEntry entry) {
        return entry.details().isEmpty()
                ? entry.message()
                : entry.message() + "\n\n" + entry.details();
    }

    private static List<Column<LogEntry, ?>> columns() {
        return List.of(
                Column.<LogEntry>text("time", "Time", 196, LogEntry::timeText),
                Column.<LogEntry, Severity>of(
                                "severity",
                                "Severity",
                                88,
                                LogEntry::severity,
                                Severity::word,
                                Comparator.<Severity>naturalOrder())
                        .withIcon(entry -> Optional.of("severity." + entry.severity().word()))
                        .withInk(entry -> Optional.of("ink-" + entry.severity().word())),
                Column.text("message", "Message", 560, LogEntry::message));
    }
}
