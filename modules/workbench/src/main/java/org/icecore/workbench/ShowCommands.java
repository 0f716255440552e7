package org.icecore.workbench;

import java.util.List;
import java.util.Locale;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.shell.PartsModel;
import org.icecore.workbench.theme.Theme;

/// One command for each view, perspective and theme. Their keys are [WindowKeys#bindLetters].
final class ShowCommands {
    private final WorkbenchServices services;
    private final PartsModel model;

    ShowCommands(WorkbenchServices services, PartsModel model) {
        this.services = services;
        this.model = model;
    }

    void register(List<ViewDescriptor> views) {
        views.forEach(this::register);
        model.perspectives().forEach(this::register);
        for (var theme : Theme.values()) {
            register(theme);
        }
    }

    private void register(ViewDescriptor view) {
        services.commands()
                .register(
                        Command.of(
                                        StandardCommands.showView(view.id()),
                                        "Show View",
                                        view.title(),
                                        "Show the %s view".formatted(view.title()))
                                .withIcon(view.icon()),
                        Handler.of(() -> model.showView(view.id())));
    }

    private void register(Perspective perspective) {
        services.commands()
                .register(
                        Command.of(
                                        StandardCommands.showPerspective(perspective.id()),
                                        "Perspective",
                                        perspective.title(),
                                        perspective.description())
                                .withIcon(perspective.icon()),
                        Handler.toggle(
                                () -> model.showPerspective(perspective.id()),
                                model.perspective()
                                        .map(now -> now.filter(perspective::equals).isPresent())));
    }

    private void register(Theme theme) {
        services.commands()
                .register(
                        Command.of(
                                        StandardCommands.useTheme(theme.id()),
                                        "Theme",
                                        theme.title() + " Theme",
                                        "Change to the %s theme"
                                                .formatted(theme.title().toLowerCase(Locale.ROOT)))
                                .withIcon("workbench.theme-" + theme.id()),
                        Handler.toggle(
                                () -> services.themes().use(theme),
                                services.themes().current().map(theme::equals)));
    }
}
