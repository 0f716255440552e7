package org.icecore.app.desktop;

import java.util.Optional;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Parts;

/// Next and previous change from wherever the keys are: what has no changes of its own leaves the step to the editor in front.
record ChangeSteps(Parts parts) {

    /// What a command does where the part with the keys does not know it.
    Handler handler(String command) {
        return Handler.of(
                () -> ofTheFront(command).ifPresent(Handler::run),
                parts.frontEditor().map(_ -> ofTheFront(command).isPresent()));
    }

    private Optional<Handler> ofTheFront(String command) {
        return parts.frontEditor()
                .getValue()
                .flatMap(parts::editor)
                .flatMap(editor -> Optional.ofNullable(editor.handlers().get(command)));
    }
}
