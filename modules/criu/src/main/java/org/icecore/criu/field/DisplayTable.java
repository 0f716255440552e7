package org.icecore.criu.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icecore.criu.field.Display.Bit;

/// Which field is shown how, by the names that the schema gives them.
final class DisplayTable {

    private static final Display PLAIN = new Display.Plain();
    private static final Display HEX = new Display.Hex();
    private static final Display KERNEL_DEVICE = new Display.KernelDevice();
    private static final Display LIBRARY_DEVICE = new Display.LibraryDevice();
    private static final Display ADDRESS = new Display.Address();

    private static final Display PROTECTION =
            new Display.Flags(
                    List.of(
                            new Bit("PROT_READ", 1),
                            new Bit("PROT_WRITE", 2),
                            new Bit("PROT_EXEC", 4)));

    private static final Display MAPPING_FLAGS =
            new Display.Flags(
                    List.of(
                            new Bit("MAP_SHARED", 1),
                            new Bit("MAP_PRIVATE", 2),
                            new Bit("MAP_DROPPABLE", 8),
                            new Bit("MAP_ANON", 0x20),
                            new Bit("MAP_GROWSDOWN", 0x100)));

    private static final Display MAPPING_STATUS =
            new Display.Flags(
                    List.of(
                            new Bit("VMA_AREA_REGULAR", 1),
                            new Bit("VMA_AREA_STACK", 1 << 1),
                            new Bit("VMA_AREA_VSYSCALL", 1 << 2),
                            new Bit("VMA_AREA_VDSO", 1 << 3),
                            new Bit("VMA_AREA_HEAP", 1 << 5),
                            new Bit("VMA_FILE_PRIVATE", 1 << 6),
                            new Bit("VMA_FILE_SHARED", 1 << 7),
                            new Bit("VMA_ANON_SHARED", 1 << 8),
                            new Bit("VMA_ANON_PRIVATE", 1 << 9),
                            new Bit("VMA_AREA_SYSVIPC", 1 << 10),
                            new Bit("VMA_AREA_SOCKET", 1 << 11),
                            new Bit("VMA_AREA_VVAR", 1 << 12),
                            new Bit("VMA_AREA_AIORING", 1 << 13),
                            new Bit("VMA_AREA_MEMFD", 1 << 14),
                            new Bit("VMA_AREA_SHSTK", 1 << 15),
                            new Bit("VMA_AREA_UPROBES", 1 << 17),
                            new Bit("VMA_UNSUPP", 1L << 31)));

    /// Octal, as in the kernel's `fcntl.h` of x86.
    private static final Display OPEN_FLAGS =
            new Display.Flags(
                    List.of(
                            new Bit("O_WRONLY", 01),
                            new Bit("O_RDWR", 02),
                            new Bit("O_CREAT", 0100),
                            new Bit("O_EXCL", 0200),
                            new Bit("O_NOCTTY", 0400),
                            new Bit("O_TRUNC", 01000),
                            new Bit("O_APPEND", 02000),
                            new Bit("O_NONBLOCK", 04000),
                            new Bit("O_DSYNC", 010000),
                            new Bit("FASYNC", 020000),
                            new Bit("O_DIRECT", 040000),
                            new Bit("O_LARGEFILE", 0100000),
                            new Bit("O_DIRECTORY", 0200000),
                            new Bit("O_NOFOLLOW", 0400000),
                            new Bit("O_NOATIME", 01000000),
                            new Bit("O_CLOEXEC", 02000000)));

    private static final Display SEALS =
            new Display.Flags(
                    List.of(
                            new Bit("F_SEAL_SEAL", 1),
                            new Bit("F_SEAL_SHRINK", 2),
                            new Bit("F_SEAL_GROW", 4),
                            new Bit("F_SEAL_WRITE", 8),
                            new Bit("F_SEAL_FUTURE_WRITE", 0x10)));

    private static final Display PAGE_FLAGS =
            new Display.Flags(
                    List.of(
                            new Bit("PE_PARENT", 1),
                            new Bit("PE_LAZY", 2),
                            new Bit("PE_PRESENT", 4)));

    /// crit 4.2 has 3 and 6 the wrong way round; these are those of the kernel's side of CRIU.
    private static final Display TASK_STATE =
            new Display.Names(Map.of(1L, "Alive", 2L, "Dead", 3L, "Stopped", 6L, "Zombie"));

    private static final Display SOCKET_FAMILY =
            new Display.Names(
                    Map.of(1L, "UNIX", 2L, "INET", 10L, "INET6", 16L, "NETLINK", 17L, "PACKET"));

    private static final Display SOCKET_TYPE =
            new Display.Names(
                    Map.of(1L, "STREAM", 2L, "DGRAM", 3L, "RAW", 5L, "SEQPACKET", 10L, "PACKET"));

    private static final Display SOCKET_STATE =
            new Display.Names(
                    Map.of(
                            1L, "ESTABLISHED",
                            2L, "SYN_SENT",
                            3L, "SYN_RECV",
                            4L, "FIN_WAIT1",
                            5L, "FIN_WAIT2",
                            6L, "TIME_WAIT",
                            7L, "CLOSE",
                            8L, "CLOSE_WAIT",
                            9L, "LAST_ACK",
                            10L, "LISTEN"));

    private static final Display SOCKET_PROTOCOL =
            new Display.Names(Map.of(0L, "IP", 6L, "TCP", 17L, "UDP", 136L, "UDPLITE"));

    private static final Map<String, Display> FIELDS = fields();

    private DisplayTable() {}

    static Display of(FieldDescriptor field) {
        return FIELDS.getOrDefault(
                field.getContainingType().getName() + "." + field.getName(), PLAIN);
    }

    private static Map<String, Display> fields() {
        var fields = new HashMap<String, Display>();
        registers(fields);
        memory(fields);
        files(fields);
        sockets(fields);
        put(fields, HEX, "SaEntry", "sigaction", "flags", "restorer", "mask", "mask_extended");
        put(fields, TASK_STATE, "TaskCoreEntry", "task_state");
        put(
                fields,
                HEX,
                "TaskCoreEntry",
                "blk_sigset",
                "blk_sigset_extended",
                "membarrier_registration_mask");
        put(fields, KERNEL_DEVICE, "MntEntry", "root_dev");
        put(fields, HEX, "MntEntry", "flags", "sb_flags");
        put(fields, HEX, "NetDeviceEntry", "flags");
        put(fields, new Display.Filter(), "SeccompFilter", "filter");
        put(fields, HEX, "TunLinkEntry", "flags");
        put(fields, ADDRESS, "SitEntry", "local", "remote", "rd_prefix", "relay_prefix");
        return Map.copyOf(fields);
    }

    private static void registers(Map<String, Display> fields) {
        put(fields, HEX, "ThreadInfoX86", "clear_tid_addr", "gpregs");
        put(fields, HEX, "UserX86CetEntry", "cet", "ssp");
        put(fields, HEX, "ThreadInfoArm", "clear_tid_addr", "gpregs");
        put(fields, HEX, "ThreadInfoAarch64", "clear_tid_addr", "gpregs");
        put(fields, HEX, "ThreadInfoPpc64", "clear_tid_addr", "gpregs");
        put(fields, HEX, "ThreadInfoRiscv64", "clear_tid_addr", "gpregs");
        put(fields, HEX, "ThreadInfoMips", "clear_tid_addr", "gpregs", "fpregs");
        put(fields, HEX, "ThreadInfoLoongarch64", "clear_tid_addr", "gpregs", "fpregs");
        put(
                fields,
                HEX,
                "ThreadInfoS390",
                "clear_tid_addr",
                "gpregs",
                "fpregs",
                "vxrs_low",
                "vxrs_high",
                "gs_cb",
                "gs_bc",
                "ri_cb");
    }

    private static void memory(Map<String, Display> fields) {
        put(
                fields,
                HEX,
                "MmEntry",
                "mm_start_code",
                "mm_end_code",
                "mm_start_data",
                "mm_end_data",
                "mm_start_stack",
                "mm_start_brk",
                "mm_brk",
                "mm_arg_start",
                "mm_arg_end",
                "mm_env_start",
                "mm_env_end");
        put(fields, HEX, "VmaEntry", "start", "end", "madv", "fdflags");
        put(fields, PROTECTION, "VmaEntry", "prot");
        put(fields, MAPPING_FLAGS, "VmaEntry", "flags");
        put(fields, MAPPING_STATUS, "VmaEntry", "status");
        put(fields, HEX, "PagemapEntry", "vaddr");
        put(fields, PAGE_FLAGS, "PagemapEntry", "flags");
    }

    private static void files(Map<String, Display> fields) {
        put(fields, OPEN_FLAGS, "RegFileEntry", "flags");
        put(fields, OPEN_FLAGS, "MemfdFileEntry", "flags");
        put(fields, OPEN_FLAGS, "BpfmapFileEntry", "flags");
        put(fields, SEALS, "MemfdInodeEntry", "seals");
        put(fields, KERNEL_DEVICE, "GhostFileEntry", "dev");
        put(fields, LIBRARY_DEVICE, "GhostFileEntry", "rdev");
        // crit shows it as the C library would have it, but CRIU stores what the kernel has.
        put(fields, KERNEL_DEVICE, "IrmapCacheEntry", "dev");
        put(fields, HEX, "PipeEntry", "flags");
        put(fields, HEX, "TtyFileEntry", "flags");
        put(fields, HEX, "SignalfdEntry", "flags", "sigmask");
        put(fields, HEX, "TimerfdEntry", "flags", "settime_flags");
        put(fields, HEX, "InotifyFileEntry", "flags");
        put(fields, HEX, "InotifyWdEntry", "mask", "ignored_mask");
        put(fields, KERNEL_DEVICE, "InotifyWdEntry", "s_dev");
        put(fields, HEX, "FanotifyFileEntry", "flags", "faflags", "evflags");
        put(fields, HEX, "FanotifyMarkEntry", "mflags", "mask", "ignored_mask");
        put(fields, KERNEL_DEVICE, "FanotifyMarkEntry", "s_dev");
    }

    private static void sockets(Map<String, Display> fields) {
        put(fields, SOCKET_FAMILY, "InetSkEntry", "family");
        put(fields, SOCKET_TYPE, "InetSkEntry", "type");
        put(fields, SOCKET_PROTOCOL, "InetSkEntry", "proto");
        put(fields, SOCKET_STATE, "InetSkEntry", "state");
        put(fields, HEX, "InetSkEntry", "flags");
        put(fields, ADDRESS, "InetSkEntry", "src_addr", "dst_addr");
        put(fields, SOCKET_TYPE, "UnixSkEntry", "type");
        put(fields, SOCKET_STATE, "UnixSkEntry", "state");
        put(fields, HEX, "UnixSkEntry", "flags", "uflags");
        put(fields, new Display.Quoted(), "UnixSkEntry", "name");
        put(fields, HEX, "PacketSockEntry", "flags");
        put(fields, HEX, "NetlinkSkEntry", "flags");
        put(fields, HEX, "TcpStreamEntry", "opt_mask");
    }

    private static void put(
            Map<String, Display> fields, Display display, String message, String... names) {
        for (String name : names) {
            fields.put(message + "." + name, display);
        }
    }

    /// The fields that are not shown as plain values, for a check against the schema.
    static Map<String, Display> all() {
        return FIELDS;
    }
}
