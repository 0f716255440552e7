package org.icecore.criu;

import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.proto.ApparmorEntry;
import org.icecore.criu.proto.AutofsEntry;
import org.icecore.criu.proto.BinfmtMiscEntry;
import org.icecore.criu.proto.BpfmapDataEntry;
import org.icecore.criu.proto.BpfmapFileEntry;
import org.icecore.criu.proto.CgroupEntry;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.CpuinfoEntry;
import org.icecore.criu.proto.CredsEntry;
import org.icecore.criu.proto.EventfdFileEntry;
import org.icecore.criu.proto.EventpollFileEntry;
import org.icecore.criu.proto.EventpollTfdEntry;
import org.icecore.criu.proto.ExtFileEntry;
import org.icecore.criu.proto.FanotifyFileEntry;
import org.icecore.criu.proto.FanotifyMarkEntry;
import org.icecore.criu.proto.FdinfoEntry;
import org.icecore.criu.proto.FifoEntry;
import org.icecore.criu.proto.FileEntry;
import org.icecore.criu.proto.FileLockEntry;
import org.icecore.criu.proto.FsEntry;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.InotifyFileEntry;
import org.icecore.criu.proto.InotifyWdEntry;
import org.icecore.criu.proto.InventoryEntry;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.IpcShmEntry;
import org.icecore.criu.proto.IpcVarEntry;
import org.icecore.criu.proto.IrmapCacheEntry;
import org.icecore.criu.proto.ItimerEntry;
import org.icecore.criu.proto.MemfdInodeEntry;
import org.icecore.criu.proto.MmEntry;
import org.icecore.criu.proto.MntEntry;
import org.icecore.criu.proto.NetDeviceEntry;
import org.icecore.criu.proto.NetlinkSkEntry;
import org.icecore.criu.proto.NetnsEntry;
import org.icecore.criu.proto.NsFileEntry;
import org.icecore.criu.proto.PacketSockEntry;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.criu.proto.PidfdEntry;
import org.icecore.criu.proto.PidnsEntry;
import org.icecore.criu.proto.PipeDataEntry;
import org.icecore.criu.proto.PipeEntry;
import org.icecore.criu.proto.PosixTimerEntry;
import org.icecore.criu.proto.PstreeEntry;
import org.icecore.criu.proto.RegFileEntry;
import org.icecore.criu.proto.RemapFilePathEntry;
import org.icecore.criu.proto.RlimitEntry;
import org.icecore.criu.proto.SaEntry;
import org.icecore.criu.proto.SeccompEntry;
import org.icecore.criu.proto.SiginfoEntry;
import org.icecore.criu.proto.SignalfdEntry;
import org.icecore.criu.proto.SkPacketEntry;
import org.icecore.criu.proto.StatsEntry;
import org.icecore.criu.proto.TaskKobjIdsEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.TimensEntry;
import org.icecore.criu.proto.TimerfdEntry;
import org.icecore.criu.proto.TtyDataEntry;
import org.icecore.criu.proto.TtyFileEntry;
import org.icecore.criu.proto.TtyInfoEntry;
import org.icecore.criu.proto.TunfileEntry;
import org.icecore.criu.proto.UnixSkEntry;
import org.icecore.criu.proto.UsernsEntry;
import org.icecore.criu.proto.UtsnsEntry;
import org.icecore.criu.proto.VmaEntry;

/// The kinds of image file that CRIU writes or has written, named as in CRIU's own table of images.
///
/// Source: CRIU 4.2, `criu/image-desc.c` and `criu/include/magic.h`. An image without a magic is raw.
public enum ImageKind {
    INVENTORY(
            "inventory.img", 0x58313116, HeaderForm.INVENTORY, InventoryEntry.getDefaultInstance()),
    FDINFO("fdinfo-%u.img", 0x56213732, FdinfoEntry.getDefaultInstance()),
    PAGEMAP("pagemap-%lu.img", 0x56084025, PagemapHead.getDefaultInstance()),
    SHMEM_PAGEMAP("pagemap-shmem-%lu.img", 0x56084025, PagemapHead.getDefaultInstance()),
    REG_FILES("reg-files.img", 0x50363636, RegFileEntry.getDefaultInstance()),
    EXT_FILES("ext-files.img", 0x59255641, ExtFileEntry.getDefaultInstance()),
    NS_FILES("ns-files.img", 0x61394011, NsFileEntry.getDefaultInstance()),
    EVENTFD_FILE("eventfd.img", 0x44523722, EventfdFileEntry.getDefaultInstance()),
    EVENTPOLL_FILE("eventpoll.img", 0x45023858, EventpollFileEntry.getDefaultInstance()),
    EVENTPOLL_TFD("eventpoll-tfd.img", 0x44433746, EventpollTfdEntry.getDefaultInstance()),
    SIGNALFD("signalfd.img", 0x57323820, SignalfdEntry.getDefaultInstance()),
    INOTIFY_FILE("inotify.img", 0x48424431, InotifyFileEntry.getDefaultInstance()),
    INOTIFY_WD("inotify-wd.img", 0x54562009, InotifyWdEntry.getDefaultInstance()),
    FANOTIFY_FILE("fanotify.img", 0x55096122, FanotifyFileEntry.getDefaultInstance()),
    FANOTIFY_MARK("fanotify-mark.img", 0x56506035, FanotifyMarkEntry.getDefaultInstance()),
    CORE("core-%u.img", 0x55053847, CoreEntry.getDefaultInstance()),
    IDS("ids-%u.img", 0x54432030, TaskKobjIdsEntry.getDefaultInstance()),
    MM("mm-%u.img", 0x57492820, MmEntry.getDefaultInstance()),
    VMAS("vmas-%u.img", 0x54123737, VmaEntry.getDefaultInstance()),
    PIPES("pipes.img", 0x56513555, PipeEntry.getDefaultInstance()),
    PIPES_DATA(
            "pipes-data.img",
            0x56453709,
            PipeDataEntry.getDefaultInstance(),
            PayloadForm.PIPE_DATA),
    FIFO("fifo.img", 0x58364939, FifoEntry.getDefaultInstance()),
    FIFO_DATA(
            "fifo-data.img", 0x59333054, PipeDataEntry.getDefaultInstance(), PayloadForm.PIPE_DATA),
    PSTREE("pstree.img", 0x50273030, PstreeEntry.getDefaultInstance()),
    SIGACT("sigacts-%u.img", 0x55344201, SaEntry.getDefaultInstance()),
    UNIXSK("unixsk.img", 0x54373943, UnixSkEntry.getDefaultInstance()),
    INETSK("inetsk.img", 0x56443851, InetSkEntry.getDefaultInstance()),
    PACKETSK("packetsk.img", 0x60454618, PacketSockEntry.getDefaultInstance()),
    NETLINK_SK("netlinksk.img", 0x58005614, NetlinkSkEntry.getDefaultInstance()),
    SK_QUEUES(
            "sk-queues.img",
            0x56264026,
            SkPacketEntry.getDefaultInstance(),
            PayloadForm.SOCKET_PACKET),
    ITIMERS("itimers-%u.img", 0x57464056, ItimerEntry.getDefaultInstance()),
    POSIX_TIMERS("posix-timers-%u.img", 0x52603957, PosixTimerEntry.getDefaultInstance()),
    CREDS("creds-%u.img", 0x54023547, CredsEntry.getDefaultInstance()),
    UTSNS("utsns-%u.img", 0x54473203, UtsnsEntry.getDefaultInstance()),
    IPC_VAR("ipcns-var-%u.img", 0x53115007, IpcVarEntry.getDefaultInstance()),
    IPCNS_SHM(
            "ipcns-shm-%u.img",
            0x46283044, IpcShmEntry.getDefaultInstance(), PayloadForm.SYSV_SEGMENT),
    IPCNS_MSG(
            "ipcns-msg-%u.img",
            0x55453737, IpcMsgEntry.getDefaultInstance(), PayloadForm.SYSV_MESSAGES),
    IPCNS_SEM(
            "ipcns-sem-%u.img",
            0x59573019, IpcSemEntry.getDefaultInstance(), PayloadForm.SYSV_SEMAPHORES),
    FS("fs-%u.img", 0x51403912, FsEntry.getDefaultInstance()),
    REMAP_FPATH("remap-fpath.img", 0x59133954, RemapFilePathEntry.getDefaultInstance()),
    GHOST_FILE(
            "ghost-file-%x.img",
            0x52583605, GhostFileEntry.getDefaultInstance(), PayloadForm.GHOST_CONTENT),
    MEMFD_INODE("memfd.img", 0x48453499, MemfdInodeEntry.getDefaultInstance()),
    TCP_STREAM(
            "tcp-stream-%x.img",
            0x51465506, TcpStreamEntry.getDefaultInstance(), PayloadForm.TCP_QUEUES),
    MNTS("mountpoints-%u.img", 0x55563928, MntEntry.getDefaultInstance()),
    NETDEV("netdev-%u.img", 0x57373951, NetDeviceEntry.getDefaultInstance()),
    NETNS("netns-%u.img", 0x55933752, NetnsEntry.getDefaultInstance()),
    IFADDR("ifaddr-%u.img"),
    ROUTE("route-%u.img"),
    ROUTE6("route6-%u.img"),
    RULE("rule-%u.img"),
    IPTABLES("iptables-%u.img"),
    IP6TABLES("ip6tables-%u.img"),
    NFTABLES("nftables-%u.img"),
    TMPFS_IMG("tmpfs-%u.tar.gz.img", "tmpfs-%u.tar.gz"),
    /// CRIU's table says `tmpfs-dev-%u.tar.gz`; CRIU 4.2 writes the first of these names.
    TMPFS_DEV("tmpfs-dev-%u.tar.gz.img", "tmpfs-dev-%u.tar.gz"),
    AUTOFS("autofs-%u.img", 0x49353943, AutofsEntry.getDefaultInstance()),
    BINFMT_MISC("binfmt-misc.img", 0x67343323, BinfmtMiscEntry.getDefaultInstance()),
    BINFMT_MISC_OLD("binfmt-misc-%u.img", 0x67343323, BinfmtMiscEntry.getDefaultInstance()),
    TTY_FILES("tty.img", 0x59433025, TtyFileEntry.getDefaultInstance()),
    TTY_INFO("tty-info.img", 0x59453036, TtyInfoEntry.getDefaultInstance()),
    TTY_DATA("tty-data.img", 0x59413026, TtyDataEntry.getDefaultInstance()),
    FILE_LOCKS("filelocks.img", 0x54323616, FileLockEntry.getDefaultInstance()),
    /// One for each task, as CRIU wrote them before 1.3.
    FILE_LOCKS_PID("filelocks-%u.img", 0x54323616, FileLockEntry.getDefaultInstance()),
    RLIMIT("rlimit-%u.img", 0x57113925, RlimitEntry.getDefaultInstance()),
    PAGES("pages-%u.img"),
    /// Shares its name with [#PAGES] and is told from it by its magic only, so no name stands for it.
    PAGES_OLD("pages-%u.img", 0x56084025),
    SHM_PAGES_OLD("pages-shmem-%lu.img", 0x56084025),
    SIGNAL("signal-s-%u.img", 0x59255647, SiginfoEntry.getDefaultInstance()),
    PSIGNAL("signal-p-%u.img", 0x59255647, SiginfoEntry.getDefaultInstance()),
    TUNFILE("tunfile.img", 0x57143751, TunfileEntry.getDefaultInstance()),
    CGROUP("cgroup.img", 0x59383330, CgroupEntry.getDefaultInstance()),
    TIMERFD("timerfd.img", 0x50493712, TimerfdEntry.getDefaultInstance()),
    CPUINFO("cpuinfo.img", 0x61404013, CpuinfoEntry.getDefaultInstance()),
    SECCOMP("seccomp.img", 0x64413049, SeccompEntry.getDefaultInstance()),
    USERNS("userns-%u.img", 0x55474906, UsernsEntry.getDefaultInstance()),
    NETNF_CT("netns-ct-%u.img"),
    NETNF_EXP("netns-exp-%u.img"),
    FILES("files.img", 0x56303138, FileEntry.getDefaultInstance()),
    TIMENS("timens-%u.img", 0x43114433, TimensEntry.getDefaultInstance()),
    PIDNS("pidns-%u.img", 0x61157326, PidnsEntry.getDefaultInstance()),
    BPFMAP_FILE("bpfmap-file.img", 0x57506142, BpfmapFileEntry.getDefaultInstance()),
    BPFMAP_DATA(
            "bpfmap-data.img",
            0x64324033,
            BpfmapDataEntry.getDefaultInstance(),
            PayloadForm.BPF_MAP),
    APPARMOR("apparmor.img", 0x59423047, ApparmorEntry.getDefaultInstance()),
    PIDFD("pidfd.img", 0x54435556, PidfdEntry.getDefaultInstance()),
    STATS("stats-dump", 0x57093306, HeaderForm.SERVICE, StatsEntry.getDefaultInstance()),
    /// In CRIU's table one with [#STATS]; apart here, so that a restore's figures are never taken for a dump's.
    STATS_RESTORE("stats-restore", 0x57093306, HeaderForm.SERVICE, StatsEntry.getDefaultInstance()),
    /// CRIU 4.2 writes it without the ending.
    IRMAP_CACHE(
            List.of("irmap-cache", "irmap-cache.img"),
            0x57004059,
            HeaderForm.SERVICE,
            Optional.of(IrmapCacheEntry.getDefaultInstance()),
            PayloadForm.NONE);

    private final List<FileNamePattern> fileNames;
    private final int magic;
    private final HeaderForm header;
    private final Optional<Message> message;
    private final PayloadForm payload;

    /// A raw image.
    ImageKind(String... fileNames) {
        this(List.of(fileNames), 0, HeaderForm.NONE, Optional.empty(), PayloadForm.NONE);
    }

    /// A pages file of the old form.
    ImageKind(String fileName, int magic) {
        this(
                List.of(fileName),
                magic,
                HeaderForm.COMMON,
                Optional.empty(),
                PayloadForm.INLINE_PAGES);
    }

    ImageKind(String fileName, int magic, Message message) {
        this(List.of(fileName), magic, HeaderForm.COMMON, Optional.of(message), PayloadForm.NONE);
    }

    ImageKind(String fileName, int magic, Message message, PayloadForm payload) {
        this(List.of(fileName), magic, HeaderForm.COMMON, Optional.of(message), payload);
    }

    ImageKind(String fileName, int magic, HeaderForm header, Message message) {
        this(List.of(fileName), magic, header, Optional.of(message), PayloadForm.NONE);
    }

    ImageKind(
            List<String> fileNames,
            int magic,
            HeaderForm header,
            Optional<Message> message,
            PayloadForm payload) {
        this.fileNames = fileNames.stream().map(FileNamePattern::of).toList();
        this.magic = magic;
        this.header = header;
        this.message = message;
        this.payload = payload;
    }

    /// The names under which images of this kind lie; the first is the one that CRIU 4.2 writes.
    public List<FileNamePattern> fileNames() {
        return fileNames;
    }

    /// The u32 that marks the kind; 0 for a raw image. Two kinds may share one.
    public int magic() {
        return magic;
    }

    /// How the header of format 1.1 is laid out.
    public HeaderForm header() {
        return header;
    }

    /// Whether the file has no header and no messages: pages, netlink dumps, rule sets, tar archives.
    public boolean raw() {
        return header == HeaderForm.NONE;
    }

    /// The default instance of the message that each entry holds; of a pagemap the head, whose entries follow it.
    /// Empty if the image holds no message.
    public Optional<Message> message() {
        return message;
    }

    /// What follows each message.
    public PayloadForm payload() {
        return payload;
    }

    /// The message of the entry with that index.
    Message messageAt(int index) {
        boolean pagemap = this == PAGEMAP || this == SHMEM_PAGEMAP;
        return pagemap && index > 0 ? PagemapEntry.getDefaultInstance() : message.orElseThrow();
    }

    /// The name of the magic, as crit prints it: that of the first of the kinds that share it. Empty for a raw image.
    public Optional<String> magicName() {
        return magicName(magic);
    }

    /// The name of a magic, if an image has it.
    static Optional<String> magicName(int magic) {
        return Arrays.stream(values())
                .filter(kind -> kind.magic == magic && magic != 0)
                .findFirst()
                .map(ImageKind::name);
    }
}
