package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Protection;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.criu.proto.MmEntry;
import org.icecore.criu.proto.VmaEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Reads the mappings of a task and names them as `/proc/PID/maps` does.
final class VmaReader {

    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_SHARED = 1;

    private final Map<Long, OpenFile> files;
    private final SharedMemoryKeys keys;
    private final Machine machine;
    private final DanglingFiles dangling;
    private final Consumer<Defect> defects;
    /// Many mappings are of one file, and hostile names are long.
    private final Map<FileId, String> links = new HashMap<>();
    private final Map<Integer, Optional<OpenFlags>> openFlags = new HashMap<>();

    VmaReader(
            Map<Long, OpenFile> files,
            SharedMemoryKeys keys,
            Machine machine,
            DanglingFiles dangling,
            Consumer<Defect> defects) {
        this.files = files;
        this.keys = keys;
        this.machine = machine;
        this.dangling = dangling;
        this.defects = defects;
    }

    /// In the order of the image.
    ///
    /// @param places where each mapping lies
    List<Vma> read(MmEntry mm, List<Location> places) {
        var vmas = new ArrayList<Vma>();
        for (var i = 0; i < mm.getVmasCount(); i++) {
            var entry = mm.getVmas(i);
            var at = places.get(i);
            if (Long.compareUnsigned(entry.getStart(), entry.getEnd()) >= 0) {
                defects.accept(
                        new Defect(
                                at,
                                "mapping from 0x%x to 0x%x is empty or ends before it begins; left out"
                                        .formatted(entry.getStart(), entry.getEnd())));
            } else {
                vmas.add(vma(entry, mm, at));
            }
        }
        return vmas;
    }

    private Vma vma(VmaEntry entry, MmEntry mm, Location at) {
        var range = new AddressRange(entry.getStart(), entry.getEnd());
        var kind = kind(entry, mm, range);
        var file = file(entry, kind);
        if (needsFile(entry, kind)) {
            dangling.check(DanglingFiles.Reference.MAPPING, entry.getShmid(), at);
        }
        return new Vma(
                range,
                new Protection(
                        (entry.getProt() & PROT_READ) != 0,
                        (entry.getProt() & PROT_WRITE) != 0,
                        (entry.getProt() & PROT_EXEC) != 0,
                        (entry.getFlags() & MAP_SHARED) != 0),
                kind,
                entry.getStatus(),
                entry.getFlags(),
                entry.getPgoff(),
                entry.getShmid(),
                file,
                name(entry, kind, file),
                entry.getMadv(),
                entry.hasFdflags() && file.isPresent()
                        ? openFlags.computeIfAbsent(
                                entry.getFdflags(), bits -> Fields.flags(bits, machine))
                        : Optional.empty(),
                at);
    }

    private static boolean needsFile(VmaEntry entry, VmaKind kind) {
        return kind.isOfFile() && !VmaStatus.ANON_SHARED.in(entry.getStatus());
    }

    private Optional<OpenFile> file(VmaEntry entry, VmaKind kind) {
        return switch (kind) {
            case FILE_PRIVATE, FILE_SHARED, MEMFD, SHARED ->
                    VmaStatus.ANON_SHARED.in(entry.getStatus())
                            ? Optional.empty()
                            : Optional.ofNullable(files.get(entry.getShmid()));
            case ANONYMOUS,
                    HEAP,
                    STACK,
                    SYSV_SHM,
                    VDSO,
                    VVAR,
                    VSYSCALL,
                    AIO_RING,
                    SOCKET,
                    SHADOW_STACK,
                    PLUGIN,
                    OTHER ->
                    Optional.empty();
        };
    }

    private VmaKind kind(VmaEntry entry, MmEntry mm, AddressRange range) {
        var status = entry.getStatus();
        for (var bit : VmaStatus.values()) {
            if (bit.in(status)) {
                return switch (bit) {
                    case EXT_PLUGIN -> VmaKind.PLUGIN;
                    case VSYSCALL -> VmaKind.VSYSCALL;
                    case VDSO -> VmaKind.VDSO;
                    case VVAR -> VmaKind.VVAR;
                    case SYSVIPC -> VmaKind.SYSV_SHM;
                    case SOCKET -> VmaKind.SOCKET;
                    case AIORING -> VmaKind.AIO_RING;
                    case SHADOW_STACK -> VmaKind.SHADOW_STACK;
                    case MEMFD -> sharedAnonymous(entry) ? VmaKind.SHARED : VmaKind.MEMFD;
                    case FILE_PRIVATE -> VmaKind.FILE_PRIVATE;
                    case FILE_SHARED -> VmaKind.FILE_SHARED;
                    case ANON_SHARED -> VmaKind.SHARED;
                    case HEAP -> VmaKind.HEAP;
                    case STACK -> VmaKind.STACK;
                    case ANON_PRIVATE -> anonymous(mm, range);
                };
            }
        }
        return VmaKind.OTHER;
    }

    private boolean sharedAnonymous(VmaEntry entry) {
        return files.get(entry.getShmid()) instanceof OpenFile.MemFd memfd
                && memfd.sharedAnonymous();
    }

    /// CRIU does not mark the stack; the kernel calls that mapping so which holds the stack's first address, and heap
    /// what `brk` spans.
    private static VmaKind anonymous(MmEntry mm, AddressRange range) {
        if (range.contains(mm.getMmStartStack())) {
            return VmaKind.STACK;
        }
        if (Long.compareUnsigned(mm.getMmStartBrk(), mm.getMmBrk()) < 0
                && range.overlaps(new AddressRange(mm.getMmStartBrk(), mm.getMmBrk()))) {
            return VmaKind.HEAP;
        }
        return VmaKind.ANONYMOUS;
    }

    private String name(VmaEntry entry, VmaKind kind, Optional<OpenFile> file) {
        return switch (kind) {
            case HEAP -> "[heap]";
            case STACK -> "[stack]";
            case VDSO -> "[vdso]";
            case VVAR -> "[vvar]";
            case VSYSCALL -> "[vsyscall]";
            case AIO_RING -> "/[aio] (deleted)";
            case SHARED -> "/dev/zero (deleted)";
            case SYSV_SHM ->
                    "/SYSV%s (deleted)"
                            .formatted(
                                    keys.key(entry.getShmid()).map("%08x"::formatted).orElse("?"));
            case FILE_PRIVATE, FILE_SHARED, MEMFD ->
                    file.map(mapped -> links.computeIfAbsent(mapped.id(), _ -> mapped.link()))
                            .orElse(
                                    "file %s, which no image describes"
                                            .formatted(Long.toUnsignedString(entry.getShmid())));
            case SOCKET -> "socket";
            case ANONYMOUS, SHADOW_STACK, PLUGIN, OTHER -> "";
        };
    }
}
