package org.icecore.workbench;

import java.util.List;
import java.util.function.Predicate;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.layout.Side;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// The views and Quick Access providers that every workbench has.
final class BuiltIn {
    private static final String VIEW = "view.show.";
    private static final String PERSPECTIVE = "perspective.show.";

    private BuiltIn() {}

    /// Progress, Error Log and Keys.
    public static List<ViewDescriptor> views(WorkbenchServices services) {
        return List.of(
                ViewDescriptor.of(ProgressView.ID, "Progress", () -> new ProgressView(services.jobs())),
                ViewDescriptor.of(ErrorLogView.ID, "Error Log", () -> new ErrorLogView(services)),
                ViewDescriptor.of(KeysView.ID, "Keys", () -> new KeysView(services)).at(Side.BOTTOM));
    }

    /// Commands that can run now, views and perspectives.
    public static List<QuickAccessProvider> providers(WorkbenchServices services) {
        return List.of(
                provider("Commands", services, id -> !id.startsWith(VIEW) && !id.startsWith(PERSPECTIVE)),
                provider("Views", services, id -> id.startsWith(VIEW)),
                provider("Perspectives", services, id -> id.startsWith(PERSPECTIVE)));
    }

    private static QuickAccessProvider provider(
            String title, WorkbenchServices services, Predicate<String> ids) {
        return QuickAccessProvider.of(title, () -> services.commands().all().stream()
                .filter(command -> ids.test(command.id()))
                .filter(command -> services.commands().enabled(command.id()).get())
                .map(command -> item(command, services))
                .toList());
    }

    private static QuickAccessItem item(Command command, WorkbenchServices services) {
        return new QuickAccessItem(
                command.title(),
                command.description(),
                command.icon(),
                services.keys().display(command.id()).orElse(""),
                () -> services.commands().execute(command.id()));
    }
}
