package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.BpfmapDataEntry;
import org.icecore.criu.proto.FifoEntry;
import org.icecore.criu.proto.FileEntry;
import org.icecore.criu.proto.RegFileEntry;
import org.icecore.criu.proto.TtyFileEntry;
import org.icecore.criu.proto.TtyInfoEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Reads `files.img`, what was there before it, and the images that its entries refer to.
final class OpenFileReader {

    private final ImageSet images;
    private final boolean connectionsClosed;
    private final SignalOwners owners;
    private final Consumer<Defect> defects;
    private final Map<Integer, TtyInfoEntry> terminals = new LinkedHashMap<>();
    private final Map<Integer, RegFileEntry> paths = new LinkedHashMap<>();
    private final Map<Integer, Integer> elements = new LinkedHashMap<>();
    private final WatchedPaths watched;
    private final RegularFileReader regular;
    private final MemoryFileReader memory;

    /// @param connectionsClosed whether CRIU was to close the connections of TCP
    /// @param owners are told who gets the signals of the files
    OpenFileReader(
            ImageSet images,
            boolean connectionsClosed,
            SignalOwners owners,
            Consumer<Defect> defects) {
        this.images = images;
        this.connectionsClosed = connectionsClosed;
        this.owners = owners;
        this.defects = defects;
        this.watched = WatchedPaths.of(images);
        this.regular = RegularFileReader.of(images);
        this.memory = MemoryFileReader.of(images);
    }

    /// All open files, in the order of their ids; of two with one id the first.
    Map<Long, OpenFile> read() {
        images.read(ImageName.of(ImageKind.BPFMAP_DATA))
                .ifPresent(
                        image ->
                                image.messages(BpfmapDataEntry.class)
                                        .forEach(
                                                data ->
                                                        elements.putIfAbsent(
                                                                data.getMapId(), data.getCount())));
        images.read(ImageName.of(ImageKind.TTY_INFO))
                .ifPresent(
                        image ->
                                image.messages(TtyInfoEntry.class)
                                        .forEach(
                                                terminal ->
                                                        terminals.putIfAbsent(
                                                                terminal.getId(), terminal)));
        var listed = FileEntries.of(images);
        for (var entry : listed.entries()) {
            if (entry.message().hasReg()) {
                paths.putIfAbsent(entry.message().getId(), entry.message().getReg());
            }
        }
        var sockets = new SocketReader(images, listed.order(), connectionsClosed);
        var files = new TreeMap<Long, OpenFile>();
        for (var entry : listed.entries()) {
            var file = open(entry.message(), entry.at(), sockets);
            owners.note(entry.message());
            if (files.putIfAbsent(file.id().value(), file) != null) {
                defects.accept(
                        new Defect(
                                entry.at(),
                                "file %s is listed a second time; left out".formatted(file.id())));
            }
        }
        listed.watches().tellOrphans(files, defects);
        return files;
    }

    /// The kind is told by the part that is there, not by the number beside it.
    private OpenFile open(FileEntry entry, Location at, SocketReader sockets) {
        var id = new FileId(Integer.toUnsignedLong(entry.getId()));
        if (entry.hasReg()) {
            return regular.read(id, entry.getReg(), at);
        }
        if (entry.hasIsk()) {
            return sockets.inet(id, entry.getIsk(), at);
        }
        if (entry.hasUsk()) {
            return sockets.unix(id, entry.getUsk(), at);
        }
        if (entry.hasNlsk()) {
            return sockets.netlink(id, entry.getNlsk(), at);
        }
        if (entry.hasPsk()) {
            return sockets.packet(id, entry.getPsk(), at);
        }
        if (entry.hasPipe()) {
            var pipe = entry.getPipe();
            return new OpenFile.Pipe(
                    id,
                    Integer.toUnsignedLong(pipe.getPipeId()),
                    Fields.flags(pipe.getFlags(), images.machine()),
                    at);
        }
        if (entry.hasFifo()) {
            return fifo(id, entry.getFifo(), at);
        }
        if (entry.hasTty()) {
            return terminal(id, entry.getTty(), at);
        }
        if (entry.hasMemfd()) {
            return memory.read(id, entry.getMemfd(), at);
        }
        if (entry.hasNsf()) {
            var namespace = entry.getNsf();
            return new OpenFile.NamespaceFile(
                    id,
                    Integer.toUnsignedLong(namespace.getNsId()),
                    namespace.getNsCflag(),
                    Fields.flags(namespace.getFlags(), images.machine()),
                    at);
        }
        if (entry.hasTunf()) {
            var tun = entry.getTunf();
            return new OpenFile.Tun(
                    id,
                    tun.hasNetdev()
                            ? Optional.of(EvidenceText.of(tun.getNetdevBytes()))
                            : Optional.empty(),
                    tun.getDetached(),
                    Fields.word(tun.hasNsId(), tun.getNsId()),
                    Optional.ofNullable(paths.get(entry.getId()))
                            .flatMap(file -> Fields.flags(file.getFlags(), images.machine())),
                    at);
        }
        if (entry.hasExt()) {
            return new OpenFile.ExternalFile(id, Optional.empty(), at);
        }
        if (entry.hasBpf()) {
            var map = entry.getBpf();
            return new OpenFile.BpfMap(
                    id,
                    EvidenceText.of(map.getMapNameBytes()),
                    map.getMapType(),
                    Integer.toUnsignedLong(map.getMapId()),
                    Integer.toUnsignedLong(map.getKeySize()),
                    Integer.toUnsignedLong(map.getValueSize()),
                    Integer.toUnsignedLong(map.getMaxEntries()),
                    map.getFrozen(),
                    new OpenFile.MapSettings(
                            map.getMapFlags(),
                            map.getMemlock(),
                            Integer.toUnsignedLong(map.getIfindex()),
                            map.hasMapExtra()
                                    ? OptionalLong.of(map.getMapExtra())
                                    : OptionalLong.empty()),
                    Optional.ofNullable(elements.get(map.getMapId()))
                            .map(count -> OptionalLong.of(Integer.toUnsignedLong(count)))
                            .orElse(OptionalLong.empty()),
                    Fields.flags(map.getFlags(), images.machine()),
                    at);
        }
        if (entry.hasPidfd()) {
            return new OpenFile.PidFd(
                    id,
                    entry.getPidfd().getNspid(),
                    Fields.flags(entry.getPidfd().getFlags(), images.machine()),
                    at);
        }
        return EventFileReader.read(id, entry, at, watched, images.machine())
                .orElseGet(
                        () ->
                                new OpenFile.Unrecognised(
                                        id,
                                        typeNumber(entry),
                                        entry.hasType()
                                                ? Optional.of(entry.getType().name())
                                                : Optional.empty(),
                                        at));
    }

    private static int typeNumber(FileEntry entry) {
        if (entry.hasType()) {
            return entry.getType().getNumber();
        }
        // A number that the schema does not name is kept as an unknown field.
        return entry
                .getUnknownFields()
                .getField(FileEntry.TYPE_FIELD_NUMBER)
                .getVarintList()
                .stream()
                .findFirst()
                .orElse(0L)
                .intValue();
    }

    private OpenFile fifo(FileId id, FifoEntry fifo, Location at) {
        var file =
                fifo.hasRegfId()
                        ? Optional.ofNullable(paths.get(fifo.getRegfId()))
                        : Optional.ofNullable(paths.get(fifo.getId()));
        return new OpenFile.Fifo(
                id,
                Integer.toUnsignedLong(fifo.getPipeId()),
                file.map(path -> EvidenceText.of(path.getNameBytes())),
                file.flatMap(path -> Fields.flags(path.getFlags(), images.machine())),
                at);
    }

    private OpenFile terminal(FileId id, TtyFileEntry tty, Location at) {
        var info = Optional.ofNullable(terminals.get(tty.getTtyInfoId()));
        return new OpenFile.Tty(
                id,
                Integer.toUnsignedLong(tty.getTtyInfoId()),
                info.map(
                        terminal ->
                                EnumText.of(terminal, TtyInfoEntry.TYPE_FIELD_NUMBER, "unknown")),
                info.filter(TtyInfoEntry::hasPty)
                        .map(terminal -> OptionalInt.of(terminal.getPty().getIndex()))
                        .orElse(OptionalInt.empty()),
                Optional.ofNullable(paths.get(tty.hasRegfId() ? tty.getRegfId() : tty.getId()))
                        .map(path -> EvidenceText.of(path.getNameBytes())),
                Fields.flags(tty.getFlags(), images.machine()),
                at);
    }
}
