package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;

/// Compares the open files of two tasks, descriptor by descriptor.
final class DescriptorDifferences {

    private final CheckpointId first;
    private final CheckpointId second;
    private final Ledger ledger;

    DescriptorDifferences(CheckpointId first, CheckpointId second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    /// Compares two tables; `note` goes with each change, e.g. which tasks share the table.
    void compare(Topic task, Task before, Task after, String note) {
        var topic = task.kind(ChangeKind.DESCRIPTOR);
        if (before.descriptors().found().isEmpty() || after.descriptors().found().isEmpty()) {
            ledger.compare(
                    topic,
                    "open files",
                    before.descriptors(),
                    after.descriptors(),
                    files -> Counted.of(files.size(), "descriptor"));
            return;
        }
        var pid = after.pid();
        var old = byNumber(before.descriptors().found().get());
        var now = byNumber(after.descriptors().found().get());
        old.forEach(
                (fd, descriptor) -> {
                    var other = now.get(fd);
                    if (other == null) {
                        ledger.add(
                                new Change.Removed(
                                        ChangeKind.DESCRIPTOR,
                                        Optional.of(pid),
                                        "fd " + fd,
                                        side(first, pid, descriptor),
                                        note));
                    } else {
                        compare(topic(pid, descriptor, other), descriptor, other, note);
                    }
                });
        now.forEach(
                (fd, descriptor) -> {
                    if (!old.containsKey(fd)) {
                        ledger.add(
                                new Change.Added(
                                        ChangeKind.DESCRIPTOR,
                                        Optional.of(pid),
                                        "fd " + fd,
                                        side(second, pid, descriptor),
                                        note));
                    }
                });
    }

    private void compare(Topic topic, FileDescriptor before, FileDescriptor after, String note) {
        ledger.compare(
                topic,
                "close on exec",
                Observations.yesNo(before.closeOnExec()),
                Observations.yesNo(after.closeOnExec()),
                note);
        var old = before.file().found();
        var now = after.file().found();
        if (old.isEmpty() || now.isEmpty()) {
            ledger.compare(
                    topic, "target", before.file(), after.file(), DescriptorDifferences::text);
            return;
        }
        if (!SameFile.test(old.get(), now.get())) {
            ledger.changed(
                    topic,
                    "target",
                    text(old.get()),
                    text(now.get()),
                    joined("the number was used again: it is another file", note),
                    Hidden.test(old.get()),
                    Hidden.test(now.get()));
            return;
        }
        new FileDifferences(ledger).compare(topic, old.get(), now.get(), note);
    }

    private Topic topic(Pid pid, FileDescriptor before, FileDescriptor after) {
        return new Topic(
                ChangeKind.DESCRIPTOR,
                Optional.of(pid),
                "fd " + after.fd(),
                new ArtefactRef.OfDescriptor(first, pid, before.fd()),
                new ArtefactRef.OfDescriptor(second, pid, after.fd()),
                Optional.of(before.at()),
                Optional.of(after.at()));
    }

    private static Side side(CheckpointId id, Pid pid, FileDescriptor descriptor) {
        return new Side(
                Observations.text(descriptor.file(), DescriptorDifferences::text),
                new ArtefactRef.OfDescriptor(id, pid, descriptor.fd()),
                Optional.of(descriptor.at()));
    }

    static String text(OpenFile file) {
        return file.kind() + " " + file.target();
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + "; " + second;
    }

    private static SequencedMap<FdNumber, FileDescriptor> byNumber(
            List<FileDescriptor> descriptors) {
        var byNumber = new LinkedHashMap<FdNumber, FileDescriptor>();
        descriptors.forEach(descriptor -> byNumber.putIfAbsent(descriptor.fd(), descriptor));
        return byNumber;
    }
}
