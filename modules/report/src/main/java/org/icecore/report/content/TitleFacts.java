package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.report.Fact;

/// The facts of the title page.
final class TitleFacts {

    private TitleFacts() {}

    /// What an exhibit is; `role` stands before each name, e.g. `Before`.
    static List<Fact> of(String role, Exhibit exhibit) {
        var checkpoint = exhibit.checkpoint();
        var container = checkpoint.container();
        var absent = "not recorded";
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(role + "container", container.title()));
        facts.add(Fact.quoted(role + "container id", container.id().orElse(absent)));
        facts.add(Fact.of(role + "image", container.image().orElse(absent)));
        facts.add(
                Fact.of(
                        role + "engine, runtime",
                        "%s, %s"
                                .formatted(
                                        container.engine().label(),
                                        container.runtime().orElse(absent))));
        facts.add(
                Fact.of(
                        role + "created",
                        container.created().map(CellText::moment).orElse(absent)));
        facts.add(
                Fact.of(
                        role + "checkpointed",
                        container
                                .checkpointed()
                                .map(CellText::moment)
                                .orElse("not recorded by the engine")));
        facts.add(
                Fact.of(
                        role + "images written",
                        checkpoint.written().found().map(CellText::moment).orElse(absent)));
        facts.addAll(file(role, checkpoint.archive(), exhibit.digest()));
        exhibit.further()
                .forEach(
                        other ->
                                facts.addAll(
                                        file(
                                                role + "earlier dump, ",
                                                other.archive(),
                                                other.digest())));
        return facts;
    }

    /// Whoever holds the file can tell by these that it is the same.
    private static List<Fact> file(String role, Archive archive, Optional<Digest> digest) {
        return List.of(
                Fact.quoted(role + "archive", Exhibit.name(archive)),
                Fact.of(role + "size", CellText.exactBytes(archive.size())),
                Fact.quoted(
                        role + "SHA-256",
                        digest.map(Object::toString).orElse("none: a folder has no digest")));
    }
}
