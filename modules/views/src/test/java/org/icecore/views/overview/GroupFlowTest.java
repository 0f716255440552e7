package org.icecore.views.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.icecore.views.desk.DeskWindow;
import org.junit.jupiter.api.Test;

class GroupFlowTest {
    private static Region block(double width, double height) {
        var block = new Region();
        block.setPrefSize(width, height);
        return block;
    }

    /// Tops of the blocks and of what follows them, once a page of a width has got other blocks.
    private static List<Double> tops(double page, double first, double second) {
        return DeskWindow.call(
                () -> {
                    var facts = new VBox();
                    var scroll = new ScrollPane(new VBox(facts));
                    scroll.setFitToWidth(true);
                    scroll.setStyle("-fx-padding: 0; -fx-background-insets: 0");
                    new Scene(scroll, page, 400);
                    scroll.applyCss();
                    scroll.layout();
                    var flow = new GroupFlow();
                    var one = block(first, 100);
                    var other = block(second, 60);
                    flow.getChildren().addAll(one, other);
                    var below = block(50, 20);
                    facts.getChildren().setAll(flow, below);
                    scroll.layout();
                    return List.of(one.getLayoutY(), other.getLayoutY(), below.getLayoutY());
                });
    }

    @Test
    void whatFollowsStandsBelowTheSecondRowOnceBlocksCameToAPageThatIsShown() {
        assertEquals(List.of(0.0, 104.0, 164.0), tops(600, 400, 300));
    }

    @Test
    void blocksThatFitStandBesideEachOther() {
        assertEquals(List.of(0.0, 0.0, 100.0), tops(600, 200, 300));
    }

    @Test
    void aBlockWiderThanThePageTakesOneRow() {
        assertEquals(List.of(0.0, 104.0, 164.0), tops(600, 900, 100));
    }
}
