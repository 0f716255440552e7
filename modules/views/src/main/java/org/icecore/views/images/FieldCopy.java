package org.icecore.views.images;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.icecore.views.bench.MemberKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.job.Outcome;

/// Copies fields, and says so.
final class FieldCopy {
    private final WorkbenchServices services;
    private final MemberKey key;
    private final Consumer<String> say;

    /// @param say told what was copied, or why nothing was
    FieldCopy(WorkbenchServices services, MemberKey key, Consumer<String> say) {
        this.services = services;
        this.key = key;
        this.say = say;
    }

    /// Copies name and value: `comm: python3`.
    void field(ImageModel.Selected field) {
        var line = field.line();
        put(line.shown().isEmpty() ? line.name() : line.name() + ": " + line.shown());
        say.accept("Copied the field %s.".formatted(field.words()));
    }

    /// Copies the way to a field and where it lies: `core-6.img: entries[0].tc.comm 0x12..0x1a`.
    void path(ImageModel.Selected field) {
        put("%s: %s %s".formatted(key.member(), field.words(), field.line().range()));
        say.accept("Copied the path of %s.".formatted(field.words()));
    }

    /// Copies the entry that holds a field as JSON.
    void entry(ImageModel model, ImageModel.Selected field) {
        services.jobs()
                .start(
                        "writing an entry of %s as JSON".formatted(key.member()),
                        _ -> model.json(field.path()))
                .whenDone(
                        end -> {
                            switch (end) {
                                case Outcome.Done<String>(var json) -> {
                                    put(json);
                                    say.accept("Copied the entry of %s.".formatted(field.words()));
                                }
                                case Outcome.Failed<String> failed -> say.accept(failed.message());
                                case Outcome.Cancelled<String> _ -> say.accept("Nothing copied.");
                            }
                        });
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
