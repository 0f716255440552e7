package org.icecore.app.desktop;

import java.util.List;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.views.files.FilesView;
import org.icecore.views.mappings.MappingsView;
import org.icecore.views.properties.PropertiesView;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.Perspective;

/// The built-in perspectives.
final class DesktopPerspectives {
    static final String TRIAGE = "triage";
    static final String MEMORY = "memory";
    static final String COMPARE = "compare";

    private DesktopPerspectives() {}

    static List<Perspective> all() {
        return List.of(
                Perspective.of(TRIAGE, "Triage", "What the container was when it was frozen", triage()),
                Perspective.of(MEMORY, "Memory", "The bytes of a task", memory()),
                Perspective.of(COMPARE, "Compare", "What changed between two checkpoints", compare()));
    }

    private static Layout triage() {
        return Layout.leftRight(
                0.22,
                Layout.topBottom(0.38, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                Layout.leftRight(
                        0.74,
                        Layout.topBottom(
                                0.56,
                                Layout.editors(),
                                Layout.stack(FilesView.ID, SocketsView.ID, MappingsView.ID)),
                        Layout.stack(PropertiesView.ID)));
    }

    private static Layout memory() {
        return Layout.leftRight(
                0.24,
                Layout.topBottom(0.4, Layout.stack(TasksView.ID), Layout.stack(MappingsView.ID)),
                Layout.leftRight(0.76, Layout.editors(), Layout.stack(PropertiesView.ID)));
    }

    private static Layout compare() {
        return Layout.leftRight(
                0.26,
                Layout.topBottom(0.3, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                Layout.topBottom(
                        0.6,
                        Layout.editors(),
                        Layout.stack(MappingsView.ID, FilesView.ID, SocketsView.ID, PropertiesView.ID)));
    }
}
