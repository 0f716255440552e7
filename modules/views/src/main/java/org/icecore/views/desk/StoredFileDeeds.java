package org.icecore.views.desk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.log.Severity;

/// What can be done with the selected file within a checkpoint: show, hash, save. Used on the UI thread; reads in jobs.
public final class StoredFileDeeds {
    private final BenchSelection selection;
    private final WorkbenchServices services;
    private final Consumer<String> clipboard;
    private final ObservableValue<Boolean> possible;

    /// @param clipboard takes what is copied
    public StoredFileDeeds(
            BenchSelection selection, WorkbenchServices services, Consumer<String> clipboard) {
        this.selection = selection;
        this.services = services;
        this.clipboard = clipboard;
        this.possible = selection.ref().map(ref -> ref.filter(this::isFile).isPresent());
    }

    /// Whether what is selected may be a file with content.
    public ObservableValue<Boolean> possible() {
        return possible;
    }

    /// Opens the content of the selected file in an editor.
    public void open() {
        selection.ref().get().ifPresent(this::open);
    }

    /// Opens the content of a file in an editor.
    public void open(ArtefactRef ref) {
        find(
                        ref,
                        "opening",
                        (found, _) ->
                                new StoredFileKey(
                                        found.ref(), found.file(), found.checkpoint().title()))
                .ifPresent(
                        job ->
                                job.whenDone(
                                        end -> {
                                            switch (end) {
                                                case Outcome.Done<StoredFileKey>(var key) ->
                                                        services.parts().openEditor(key);
                                                case Outcome.Failed<StoredFileKey> _ -> showLog();
                                                case Outcome.Cancelled<StoredFileKey> _ -> {}
                                            }
                                        }));
    }

    /// Computes the digest of the selected file and copies it.
    public void copyDigest() {
        selection
                .ref()
                .get()
                .flatMap(
                        ref ->
                                find(
                                        ref,
                                        "hashing",
                                        (found, progress) ->
                                                Digest.of(found.file().bytes(), progress)))
                .ifPresent(
                        job ->
                                job.whenDone(
                                        end -> {
                                            switch (end) {
                                                case Outcome.Done<Digest>(var digest) -> {
                                                    clipboard.accept(digest.hex());
                                                    tell("SHA-256 copied: " + digest.hex());
                                                }
                                                case Outcome.Failed<Digest> _ -> showLog();
                                                case Outcome.Cancelled<Digest> _ -> {}
                                            }
                                        }));
    }

    /// Asks for a place and writes the content of the selected file there.
    public void save() {
        selection
                .ref()
                .get()
                .filter(this::isFile)
                .ifPresent(
                        ref ->
                                services.files()
                                        .save(
                                                "Save a copy",
                                                Path.of(proposedName(ref)),
                                                List.of(
                                                        new FileChoice.Kind(
                                                                "All files", List.of("*"))))
                                        .ifPresent(target -> save(ref, target)));
    }

    private void save(ArtefactRef ref, Path target) {
        find(
                        ref,
                        "saving",
                        (found, progress) -> {
                            spare(found.checkpoint(), target);
                            return StoredFileCopy.write(found.file(), target, progress);
                        })
                .ifPresent(job -> saved(job, target));
    }

    /// Asks for a place and writes a content there that is no file of the checkpoint, such as what waits in a queue.
    public void save(CheckpointId holder, StoredFile content) {
        services.files()
                .save(
                        "Save a copy",
                        Path.of(plain(content.name())),
                        List.of(new FileChoice.Kind("All files", List.of("*"))))
                .ifPresent(target -> save(holder, content, target));
    }

    private void save(CheckpointId holder, StoredFile content, Path target) {
        selection
                .checkpoint()
                .get()
                .filter(checkpoint -> checkpoint.id().equals(holder))
                .ifPresent(
                        checkpoint ->
                                saved(
                                        services.jobs()
                                                .start(
                                                        "saving " + content.name(),
                                                        progress -> {
                                                            spare(checkpoint, target);
                                                            return StoredFileCopy.write(
                                                                    content,
                                                                    target,
                                                                    (done, total) -> {
                                                                        progress.check();
                                                                        progress.update(
                                                                                done, total,
                                                                                "saving");
                                                                    });
                                                        }),
                                        target));
    }

    /// Copies a content in that form.
    public void copy(StoredFile content, HexCopy.Format format) {
        if (content.bytes().size() > 0) {
            services.jobs()
                    .start(
                            "copying " + content.name(),
                            _ ->
                                    HexCopy.of(
                                            new StoredFileContent(content),
                                            AddressSpan.of(0, content.bytes().size()),
                                            format))
                    .whenDone(
                            end -> {
                                if (end instanceof Outcome.Done<HexCopy>(var copy)) {
                                    clipboard.accept(copy.text());
                                }
                            });
        }
    }

    private void saved(Job<Digest> job, Path target) {
        job.whenDone(
                end -> {
                    switch (end) {
                        case Outcome.Done<Digest>(var digest) ->
                                tell("Saved: %s, SHA-256 %s".formatted(target, digest.hex()));
                        case Outcome.Failed<Digest> _ -> showLog();
                        case Outcome.Cancelled<Digest> _ -> {}
                    }
                });
    }

    private record Found(Checkpoint checkpoint, ArtefactRef ref, StoredFile file) {}

    @FunctionalInterface
    private interface Deed<T> {
        T with(Found found, Progress progress) throws Exception;
    }

    private <T> Optional<Job<T>> find(ArtefactRef ref, String verb, Deed<T> deed) {
        return selection
                .checkpoint()
                .get()
                .filter(checkpoint -> checkpoint.id().equals(ref.checkpoint()))
                .map(
                        checkpoint ->
                                services.jobs()
                                        .start(
                                                "%s %s".formatted(verb, ref.text()),
                                                progress -> {
                                                    Progress watched =
                                                            (done, total) -> {
                                                                progress.check();
                                                                progress.update(done, total, verb);
                                                            };
                                                    return deed.with(
                                                            present(checkpoint, ref, watched),
                                                            watched);
                                                }));
    }

    private static Found present(Checkpoint checkpoint, ArtefactRef ref, Progress progress)
            throws IOException, EvidenceException {
        var content = DescriptorContent.behind(checkpoint, ref, progress);
        return switch (StoredFiles.of(checkpoint, content, progress)) {
            case Observed.Present<StoredFile>(var file, _) -> new Found(checkpoint, content, file);
            case Observed.NotCaptured<StoredFile>(var reason) -> throw new IOException(reason);
            case Observed.Malformed<StoredFile>(var at, var defect) ->
                    throw new IOException(at + ": " + defect);
        };
    }

    /// Evidence is never written: not over it, and not into a folder of it.
    private static void spare(Checkpoint checkpoint, Path target) throws IOException {
        var evidence = checkpoint.archive().path().toRealPath();
        var folder = target.toAbsolutePath().getParent();
        if (Files.exists(target) && Files.isSameFile(evidence, target)
                || Files.isDirectory(evidence)
                        && folder != null
                        && folder.toRealPath().startsWith(evidence)) {
            throw new FileSystemException(
                    target.toString(), null, "is evidence that is open; choose another place");
        }
    }

    /// Whether what is selected may be a file with content.
    public boolean isFile(ArtefactRef ref) {
        return switch (ref) {
            case ArtefactRef.OfDescriptor descriptor ->
                    selection
                            .checkpoint()
                            .get()
                            .filter(checkpoint -> checkpoint.id().equals(ref.checkpoint()))
                            .filter(
                                    checkpoint ->
                                            new DescriptorContent(checkpoint, descriptor).isThere())
                            .isPresent();
            case ArtefactRef.OfRootfsEntry _, ArtefactRef.OfOpenFile _ -> true;
            case ArtefactRef.OfMember(_, var member) ->
                    member.contains("ghost-file-")
                            || member.contains("pagemap-shmem-")
                            || member.contains(".tar.gz.img: ")
                            || member.contains(".tar.gz: ")
                            || member.contains("devshm-checkpoint.tar: ");
            case ArtefactRef.OfCheckpoint _,
                    ArtefactRef.OfTask _,
                    ArtefactRef.OfThread _,
                    ArtefactRef.OfVma _,
                    ArtefactRef.OfMemory _,
                    ArtefactRef.OfMount _,
                    ArtefactRef.OfImageEntry _ ->
                    false;
        };
    }

    /// A name that no platform takes for more than a name.
    static String proposedName(ArtefactRef ref) {
        return plain(ref.text());
    }

    private static String plain(String text) {
        var plain = text.substring(text.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return plain.isBlank() || plain.startsWith(".") ? "file" + plain : plain;
    }

    /// In the status line: what went well needs no view over what the examiner looks at.
    private void tell(String words) {
        services.errorLog().report(Severity.NOTICE, words, "");
    }

    private void showLog() {
        services.parts().revealView("error-log");
    }
}
