package org.icecore.checkpoint.join;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.FileEntry;
import org.icecore.evidence.Location;

/// The entries of all open files: those of `files.img`, then those of the images that held one kind each before it.
///
/// @param order of the bytes in what the entries keep as the kernel had it
/// @param watches those that stand apart, which the entries have already
record FileEntries(List<Entry> entries, ByteOrder order, OlderWatches watches) {

    /// What `files.img` replaced, up to CRIU 3.0.
    private static final List<ImageKind> BEFORE =
            List.of(
                    ImageKind.REG_FILES,
                    ImageKind.EXT_FILES,
                    ImageKind.NS_FILES,
                    ImageKind.EVENTFD_FILE,
                    ImageKind.EVENTPOLL_FILE,
                    ImageKind.SIGNALFD,
                    ImageKind.INOTIFY_FILE,
                    ImageKind.FANOTIFY_FILE,
                    ImageKind.PIPES,
                    ImageKind.FIFO,
                    ImageKind.UNIXSK,
                    ImageKind.INETSK,
                    ImageKind.PACKETSK,
                    ImageKind.NETLINK_SK,
                    ImageKind.TTY_FILES,
                    ImageKind.TUNFILE,
                    ImageKind.TIMERFD,
                    ImageKind.BPFMAP_FILE,
                    ImageKind.PIDFD);

    /// An entry, and where it lies.
    record Entry(FileEntry message, Location at) {}

    static FileEntries of(ImageSet images) {
        var entries = new ArrayList<Entry>();
        var order = ByteOrder.LITTLE_ENDIAN;
        var watches = OlderWatches.of(images);
        var files = images.read(ImageName.of(ImageKind.FILES));
        if (files.isPresent()) {
            order = files.get().byteOrder();
            for (var entry : files.get().entries()) {
                if (entry.message() instanceof FileEntry message) {
                    entries.add(new Entry(watches.joined(message), entry.at()));
                }
            }
        }
        for (var kind : BEFORE) {
            var old = images.read(ImageName.of(kind));
            if (old.isPresent()) {
                order = old.get().byteOrder();
                addOld(old.get(), watches, entries);
            }
        }
        return new FileEntries(entries, order, watches);
    }

    private static void addOld(ImageFile image, OlderWatches watches, List<Entry> entries) {
        for (var entry : image.entries()) {
            part(entry.message().getDescriptorForType())
                    .map(
                            part ->
                                    new Entry(
                                            wrapped(part, watches.joined(entry.message())),
                                            entry.at()))
                    .ifPresent(entries::add);
        }
    }

    /// Where `file_entry` has a message of that type.
    private static Optional<FieldDescriptor> part(Descriptor type) {
        return FileEntry.getDescriptor().getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .filter(field -> field.getMessageType().equals(type))
                .findFirst();
    }

    /// The entry as `files.img` has it, except for the kind, which its part tells.
    private static FileEntry wrapped(FieldDescriptor part, Message message) {
        var id = message.getDescriptorForType().findFieldByName("id");
        return FileEntry.newBuilder()
                .setId((Integer) message.getField(id))
                .setField(part, message)
                .buildPartial();
    }
}
