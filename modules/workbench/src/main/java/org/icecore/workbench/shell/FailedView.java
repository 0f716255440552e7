package org.icecore.workbench.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// Stands in for a view that could not be made, and says why.
record FailedView(Node node) implements View {
    static FailedView of(String title, RuntimeException cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        var message =
                "%s cannot be shown: %s. Close and reopen it to try again."
                        .formatted(title, cause.getMessage());
        return new FailedView(
                new PlaceholderPane(new Region(), new ViewState.Failed(message, trace.toString())));
    }
}
