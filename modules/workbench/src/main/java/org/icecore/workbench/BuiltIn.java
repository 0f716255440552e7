package org.icecore.workbench;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
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
                ViewDescriptor.of(
                        ProgressView.ID, "Progress", () -> new ProgressView(services.jobs())),
                ViewDescriptor.of(ErrorLogView.ID, "Error Log", () -> new ErrorLogView(services)),
                ViewDescriptor.of(KeysView.ID, "Keys", () -> new KeysView(services))
                        .at(Side.BOTTOM));
    }

    /// Registers the commands of these views.
    static void register(WorkbenchServices services) {
        services.commands()
                .register(
                        Command.of(
                                        ErrorLogView.SHOW_LAST,
                                        "Window",
                                        "Show Last Notice",
                                        "Show the newest entry of the error log")
                                .withIcon("severity.notice"),
                        Handler.of(
                                () -> showLast(services),
                                Bindings.isNotEmpty(services.errorLog().entries())));
        services.commands()
                .register(
                        Command.of(
                                        ProgressView.CANCEL,
                                        "Window",
                                        "Cancel Job",
                                        "Stop the job that the status bar shows, or the one selected in Progress")
                                .withIcon("workbench.cancel"),
                        Handler.of(
                                () -> services.jobs().running().getFirst().cancel(),
                                Bindings.isNotEmpty(services.jobs().running())));
        services.commands()
                .register(
                        Command.of(
                                        ProgressView.CLEAR,
                                        "Window",
                                        "Clear Finished Jobs",
                                        "Forget the jobs that ended")
                                .withIcon("workbench.clear"),
                        Handler.of(services.jobs()::clearFinished));
        services.commands()
                .register(
                        Command.of(
                                        ErrorLogView.COPY,
                                        "Window",
                                        "Copy Error Log",
                                        "Copy all entries of the error log as text")
                                .withIcon("workbench.copy"),
                        Handler.of(() -> ErrorLogView.copy(services.errorLog())));
        services.commands()
                .register(
                        Command.of(
                                        ErrorLogView.CLEAR,
                                        "Window",
                                        "Clear Error Log",
                                        "Forget the entries of the error log")
                                .withIcon("workbench.clear"),
                        Handler.of(services.errorLog()::clear));
    }

    private static void showLast(WorkbenchServices services) {
        services.parts().showView(ErrorLogView.ID);
        services.parts()
                .view(ErrorLogView.ID)
                .filter(ErrorLogView.class::isInstance)
                .map(ErrorLogView.class::cast)
                .ifPresent(ErrorLogView::selectLast);
    }

    /// Commands that can run now, views and perspectives. Views are offered before anything is typed.
    public static List<QuickAccessProvider> providers(WorkbenchServices services) {
        return List.of(
                provider(
                        "Commands",
                        services,
                        id -> !id.startsWith(VIEW) && !id.startsWith(PERSPECTIVE)),
                new Views(services),
                provider("Perspectives", services, id -> id.startsWith(PERSPECTIVE)));
    }

    private static QuickAccessProvider provider(
            String title, WorkbenchServices services, Predicate<String> ids) {
        return QuickAccessProvider.of(title, () -> items(services, ids));
    }

    private static List<QuickAccessItem> items(WorkbenchServices services, Predicate<String> ids) {
        return services.commands().all().stream()
                .filter(command -> ids.test(command.id()))
                .filter(command -> services.commands().enabled(command.id()).get())
                .map(command -> item(command, services))
                .toList();
    }

    private record Views(WorkbenchServices services) implements QuickAccessProvider {
        @Override
        public String title() {
            return "Views";
        }

        @Override
        public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
            var views = items(services, id -> id.startsWith(VIEW));
            return query.isBlank() ? views : QuickAccessItem.rank(query, views);
        }
    }

    private static QuickAccessItem item(Command command, WorkbenchServices services) {
        return new QuickAccessItem(
                command.title(),
                command.description(),
                command.icon(),
                services.keys().display(command.id()).orElse(""),
                command.category(),
                () -> services.commands().execute(command.id()));
    }
}
