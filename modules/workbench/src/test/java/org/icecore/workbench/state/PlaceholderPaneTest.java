package org.icecore.workbench.state;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.icecore.workbench.demo.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlaceholderPaneTest {
    private static final String LONG =
            "shop.tar+0xa00..0x4e20: content of \"config.dump\" is to end at 0x6ca3, the archive ends at 0x4e20; "
                    .repeat(8);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void aMessageThatIsHigherThanItsViewIsReadByScrolling() {
        Fx.run(
                () -> {
                    var pane = new PlaceholderPane(new Pane(), new ViewState.Failed(LONG, ""));
                    new Scene(pane, 300, 80);
                    pane.resize(300, 80);
                    pane.applyCss();
                    pane.layout();
                    var message =
                            pane.lookupAll(".label").stream()
                                    .map(Label.class::cast)
                                    .filter(label -> label.getText().equals(LONG))
                                    .findFirst()
                                    .orElseThrow();
                    assertTrue(message.getHeight() >= message.prefHeight(message.getWidth()));
                    assertTrue(
                            message.getBoundsInParent().getMinY() >= 0,
                            () -> "begins at " + message.getBoundsInParent());
                    assertTrue(
                            message.getParent().getLayoutBounds().getHeight()
                                    >= message.getHeight());
                });
    }
}
