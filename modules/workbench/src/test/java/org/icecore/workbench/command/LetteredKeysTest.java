package org.icecore.workbench.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteredKeysTest {
    private final KeyBindings keys = new KeyBindings(Platform.LINUX);

    private static Command view(String title) {
        return Command.of(
                "view.show." + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                "",
                title,
                "");
    }

    private List<String> bound() {
        return keys.all().stream().map(each -> each.keys() + " " + each.commandId()).toList();
    }

    @Test
    void takesTheFirstLetterOfTheTitleThatIsFree() {
        var letters = new LetteredKeys(keys, "alt+shift+q");
        List.of("Tasks", "Task Times", "Tt").forEach(title -> letters.bind(view(title)));
        assertEquals(
                List.of(
                        "alt+shift+q t view.show.tasks",
                        "alt+shift+q a view.show.task-times",
                        "alt+shift+q b view.show.tt"),
                bound());
    }

    @Test
    void bindsEachOfItsPrefixes() {
        new LetteredKeys(keys, "alt+shift+q", "shortcut+shift+q").bind(view("Tasks"));
        assertEquals(
                List.of("alt+shift+q t view.show.tasks", "shortcut+shift+q t view.show.tasks"),
                bound());
    }

    @Test
    void leavesAKeyThatWasChosenAndItsLetter() {
        keys.add(KeyBinding.of("alt+shift+q t", "view.show.search"));
        var letters = new LetteredKeys(keys, "alt+shift+q");
        letters.bind(view("Search"));
        letters.bind(view("Tasks"));
        assertEquals(
                List.of("alt+shift+q t view.show.search", "alt+shift+q a view.show.tasks"),
                bound());
    }
}
