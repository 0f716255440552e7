package org.icecore.workbench.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Command FIND =
            Command.of("edit.find", "Edit", "Find...", "Find in the active part");

    private final List<String> ran = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Commands commands =
            new Commands(
                    (command, failure) -> failures.add(command.id() + ": " + failure.getMessage()));

    @Test
    void aCommandRunsItsHandler() {
        commands.register(FIND, Handler.of(() -> ran.add("find")));
        assertTrue(commands.execute("edit.find"));
        assertEquals(List.of("find"), ran);
    }

    @Test
    void aCommandWithoutHandlerIsDisabled() {
        commands.register(FIND);
        assertFalse(commands.enabled("edit.find").get());
        assertFalse(commands.execute("edit.find"));
    }

    @Test
    void aDisabledCommandDoesNotRun() {
        var enabled = new SimpleBooleanProperty(false);
        commands.register(FIND, Handler.of(() -> ran.add("find"), enabled));
        assertFalse(commands.execute("edit.find"));
        enabled.set(true);
        assertTrue(commands.enabled("edit.find").get());
        assertTrue(commands.execute("edit.find"));
    }

    @Test
    void aHandlerThatThrowsIsReportedAndNothingElse() {
        commands.register(
                FIND,
                Handler.of(
                        () -> {
                            throw new IllegalStateException("no text");
                        }));
        assertTrue(commands.execute("edit.find"));
        assertEquals(List.of("edit.find: no text"), failures);
    }

    @Test
    void anIdCanBeRegisteredOnce() {
        commands.register(FIND);
        assertThrows(IllegalArgumentException.class, () -> commands.register(FIND));
    }

    @Nested
    class WhileAPartIsActive {
        @Test
        void itsHandlerTakesPrecedence() {
            commands.register(FIND, Handler.of(() -> ran.add("everywhere")));
            commands.activate(Map.of("edit.find", Handler.of(() -> ran.add("in the part"))));
            commands.execute("edit.find");
            commands.activate(Map.of());
            commands.execute("edit.find");
            assertEquals(List.of("in the part", "everywhere"), ran);
        }

        @Test
        void enablementIsThatOfItsHandler() {
            commands.register(FIND);
            var enabled = commands.enabled("edit.find");
            var ofPart = new SimpleBooleanProperty(true);
            commands.activate(Map.of("edit.find", Handler.of(() -> {}, ofPart)));
            assertTrue(enabled.get());
            ofPart.set(false);
            assertFalse(enabled.get());
            ofPart.set(true);
            commands.activate(Map.of());
            assertFalse(enabled.get());
        }

        @Test
        void aHandlerForAnUnknownCommandIsAnError() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> commands.activate(Map.of("no.such", Handler.of(() -> {}))));
        }
    }
}
