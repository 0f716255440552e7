package org.icecore.views.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.icecore.views.desk.DeskWindow;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static TableColumn<String, String> column(String id, String title) {
        var column = new TableColumn<String, String>(title);
        column.setId(id);
        return column;
    }

    @Test
    void explainATermWhereItStands() {
        var head =
                DeskWindow.call(
                        () -> {
                            var gone = column("gone", "- Pages");
                            Headers.explain(
                                    List.of(gone, column("name", "Name")),
                                    Map.of("gone", "Pages that are not mapped after"));
                            return (Label) gone.getGraphic();
                        });
        assertEquals("- Pages", head.getText());
        assertEquals("Pages that are not mapped after", head.getTooltip().getText());
    }

    @Test
    void leaveTitlesWithoutATermAsTheyAre() {
        var name = DeskWindow.call(() -> column("name", "Name"));
        DeskWindow.call(
                () -> {
                    Headers.explain(List.of(name), Map.of("gone", "Pages"));
                    return true;
                });
        assertEquals("Name", name.getText());
    }
}
