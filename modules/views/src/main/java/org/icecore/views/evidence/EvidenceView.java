package org.icecore.views.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.result.TableServices;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.part.View;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.table.TableSetup;

/// What lies on the bench: archives, and below each its members by folder. Enter opens the overview, or the member.
public final class EvidenceView implements View {
    /// Its id.
    public static final String ID = "evidence";

    private final Bench bench;
    private final BenchSelection selection;
    private final Commands commands;
    private final Parts parts;
    private final EvidenceTree rows = new EvidenceTree();
    private final DenseTree<EvidenceRow> tree;
    private final BorderPane content = new BorderPane();
    private final Node nothing;
    private final FailureNote note = new FailureNote();
    private final Set<BenchItem> watched = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean following;

    /// A view of what lies on `bench`.
    public EvidenceView(
            Bench bench,
            BenchSelection selection,
            Commands commands,
            Parts parts,
            TableServices services) {
        this.bench = bench;
        this.selection = selection;
        this.commands = commands;
        this.parts = parts;
        this.nothing = nothing();
        this.tree =
                new DenseTree<>(
                        TableSetup.of(
                                        ID,
                                        "Evidence",
                                        EvidenceColumns.all(),
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withContextMenu(
                                        MenuItem.list(
                                                BenchCommands.OPEN_OVERVIEW,
                                                BenchCommands.CHOOSE_PAIR,
                                                BenchCommands.SUPPLY_PARENT,
                                                BenchCommands.RAISE_LIMIT,
                                                "-",
                                                BenchCommands.COPY_PATH,
                                                BenchCommands.COPY_DIGEST,
                                                "-",
                                                BenchCommands.OPEN,
                                                BenchCommands.OPEN_FOLDER,
                                                BenchCommands.CLOSE,
                                                "-")),
                        rows::children);
        content.setBottom(note);
        note.leaveRoomIn(content);
        tree.selectedRow()
                .subscribe(
                        row -> {
                            row.ifPresent(this::select);
                            tell();
                        });
        tree.onOpen(this::open);
        bench.items().addListener((Observable _) -> refresh());
        selection.ref().subscribe(this::follow);
        refresh();
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void focus() {
        if (bench.items().isEmpty()) {
            nothing.lookupAll(".hyperlink").stream().findFirst().ifPresent(Node::requestFocus);
        } else {
            tree.control().requestFocus();
        }
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(BenchCommands.FIND, Handler.of(tree::openFilter));
    }

    @Override
    public List<String> toolBar() {
        return List.of(BenchCommands.OPEN, BenchCommands.CHOOSE_PAIR);
    }

    private void refresh() {
        watched.retainAll(bench.items());
        rows.retain(bench.items());
        content.setCenter(bench.items().isEmpty() ? nothing : tree);
        show();
        bench.items().stream().filter(watched::add).forEach(this::watch);
    }

    private void show() {
        following = true;
        try {
            tree.show(bench.items().stream().map(EvidenceRow.OfItem::new).toList());
        } finally {
            following = false;
        }
        tell();
    }

    /// Reads out what is wrong with the selected item, or else with the one that failed last.
    private void tell() {
        note.tell(
                tree.selectedRow()
                        .getValue()
                        .map(EvidenceRow::item)
                        .filter(FailureNote::hasFailed)
                        .or(
                                () ->
                                        bench.items().reversed().stream()
                                                .filter(FailureNote::hasFailed)
                                                .findFirst()),
                bench.items().stream().filter(FailureNote::hasFailed).count());
    }

    private void watch(BenchItem item) {
        item.state()
                .subscribe(
                        state -> {
                            switch (state) {
                                case ItemState.Opening(var job) ->
                                        job.fraction().subscribe(_ -> tree.control().refresh());
                                case ItemState.Open _, ItemState.Failed _ -> {
                                    rows.forget(item);
                                    show();
                                    expand(item);
                                }
                            }
                        });
    }

    private void expand(BenchItem item) {
        tree.control().getRoot().getChildren().stream()
                .filter(row -> row.getValue().equals(new EvidenceRow.OfItem(item)))
                .forEach(row -> row.setExpanded(true));
    }

    private void select(EvidenceRow row) {
        if (following) {
            return;
        }
        var id = row.item().id();
        selection.select(
                ID,
                switch (row) {
                    case EvidenceRow.OfItem _,
                            EvidenceRow.OfFact _,
                            EvidenceRow.OfDefects _,
                            EvidenceRow.OfFolder _ ->
                            new ArtefactRef.OfCheckpoint(id);
                    case EvidenceRow.OfMember(_, _, var member) ->
                            new ArtefactRef.OfMember(id, member.member().name());
                });
    }

    private void open(EvidenceRow row) {
        switch (row) {
            case EvidenceRow.OfFact(var item, _, var failure) when failure ->
                    commands.execute(item.remedy().command().orElse(BenchCommands.OPEN_OVERVIEW));
            case EvidenceRow.OfItem _, EvidenceRow.OfFact _ ->
                    commands.execute(BenchCommands.OPEN_OVERVIEW);
            case EvidenceRow.OfDefects _ -> parts.showView(DefectWords.WHERE);
            case EvidenceRow.OfFolder folder -> toggle(folder);
            case EvidenceRow.OfMember(var item, _, var member) ->
                    parts.openEditor(new MemberKey(item.id(), member.member().name()));
        }
    }

    private void toggle(EvidenceRow.OfFolder folder) {
        var item = tree.control().getSelectionModel().getSelectedItem();
        if (item != null && folder.equals(item.getValue())) {
            item.setExpanded(!item.isExpanded());
        }
    }

    private void follow(Optional<ArtefactRef> ref) {
        var wanted = ref.flatMap(this::row);
        if (wanted.isPresent()
                && !tree.selectedRow().getValue().flatMap(EvidenceView::about).equals(ref)) {
            following = true;
            try {
                tree.select(wanted.get());
            } finally {
                following = false;
            }
        }
    }

    private Optional<EvidenceRow> row(ArtefactRef ref) {
        return bench.item(ref.checkpoint())
                .flatMap(
                        item ->
                                switch (ref) {
                                    case ArtefactRef.OfCheckpoint _ ->
                                            Optional.of(new EvidenceRow.OfItem(item));
                                    case ArtefactRef.OfMember(_, var name) -> member(item, name);
                                    case ArtefactRef.OfImageEntry(_, var name, _) ->
                                            member(item, name);
                                    case ArtefactRef.OfTask _,
                                            ArtefactRef.OfThread _,
                                            ArtefactRef.OfVma _,
                                            ArtefactRef.OfMemory _,
                                            ArtefactRef.OfDescriptor _,
                                            ArtefactRef.OfOpenFile _,
                                            ArtefactRef.OfMount _,
                                            ArtefactRef.OfRootfsEntry _ ->
                                            Optional.empty();
                                });
    }

    private static Optional<EvidenceRow> member(BenchItem item, String name) {
        var members = item.checkpoint().map(checkpoint -> checkpoint.members()).orElse(List.of());
        var found = new ArrayList<EvidenceRow>();
        for (var i = 0; i < members.size(); i++) {
            if (members.get(i).member().name().equals(name)) {
                found.add(new EvidenceRow.OfMember(item, i, members.get(i)));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private static Optional<ArtefactRef> about(EvidenceRow row) {
        var id = row.item().id();
        return switch (row) {
            case EvidenceRow.OfItem _,
                    EvidenceRow.OfFact _,
                    EvidenceRow.OfDefects _,
                    EvidenceRow.OfFolder _ ->
                    Optional.of(new ArtefactRef.OfCheckpoint(id));
            case EvidenceRow.OfMember(_, _, var member) ->
                    Optional.of(new ArtefactRef.OfMember(id, member.member().name()));
        };
    }

    private Node nothing() {
        var hint =
                new Label(
                        "No evidence is open. Open checkpoint archives or folders, or drop them on the window.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        var box = new VBox(hint, link(BenchCommands.OPEN), link(BenchCommands.OPEN_FOLDER));
        if (commands.enabled(BenchCommands.OPEN_SAMPLE).get()) {
            box.getChildren().add(link(BenchCommands.OPEN_SAMPLE));
        }
        box.getStyleClass().add("placeholder");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node link(String command) {
        var link =
                new Hyperlink(commands.find(command).map(found -> found.title()).orElse(command));
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    commands.execute(command);
                });
        return link;
    }
}
