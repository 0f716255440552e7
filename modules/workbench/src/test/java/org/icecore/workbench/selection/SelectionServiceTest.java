package org.icecore.workbench.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionServiceTest {
    private final SelectionService service = new SelectionService();

    @Test
    void tellsTheValueAndWhoSelectedIt() {
        service.select("tasks", 72);
        assertEquals(new Selection(Optional.of(72), "tasks"), service.current().get());
    }

    @Test
    void selectingAnEqualValueAgainIsNoChange() {
        var changes = new ArrayList<String>();
        service.current().subscribe(selection -> changes.add(selection.source()));
        service.select("tasks", 72);
        service.select("hex", 72);
        service.clear("tasks");
        service.clear("hex");
        assertEquals(List.of("", "tasks", "tasks"), changes);
    }

    @Test
    void aTypedSelectionIsEmptyWhileAnotherTypeIsSelected() {
        var numbers = service.of(Integer.class);
        service.select("tasks", 72);
        assertEquals(Optional.of(72), numbers.getValue());
        service.select("files", "/dev/null");
        assertEquals(Optional.empty(), numbers.getValue());
    }
}
