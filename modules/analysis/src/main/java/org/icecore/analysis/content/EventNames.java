package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.icecore.checkpoint.file.OpenFile;

/// The words for what a task can wait for.
public final class EventNames {

    private EventNames() {}

    /// EPOLL* of the bits; the rest in hexadecimal.
    public static List<String> epoll(int bits) {
        return names(EPOLL, bits);
    }

    /// IN_* of the bits; the rest in hexadecimal.
    public static List<String> inotify(int bits) {
        return names(INOTIFY, bits);
    }

    /// FAN_* of the bits; the rest in hexadecimal.
    private static List<String> fanotify(int bits) {
        return names(FANOTIFY, bits);
    }

    /// EPOLL* of include/uapi/linux/eventpoll.h.
    private static final Map<Integer, String> EPOLL =
            table(
                    "EPOLLIN EPOLLPRI EPOLLOUT EPOLLERR EPOLLHUP - EPOLLRDNORM EPOLLRDBAND EPOLLWRNORM EPOLLWRBAND"
                            + " EPOLLMSG - - EPOLLRDHUP - - - - - - - - - - - - - - EPOLLEXCLUSIVE EPOLLWAKEUP"
                            + " EPOLLONESHOT EPOLLET");

    /// IN_* of include/uapi/linux/inotify.h.
    private static final Map<Integer, String> INOTIFY =
            table(
                    "IN_ACCESS IN_MODIFY IN_ATTRIB IN_CLOSE_WRITE IN_CLOSE_NOWRITE IN_OPEN IN_MOVED_FROM IN_MOVED_TO"
                            + " IN_CREATE IN_DELETE IN_DELETE_SELF IN_MOVE_SELF - IN_UNMOUNT IN_Q_OVERFLOW IN_IGNORED"
                            + " - - - - - - - - IN_ONLYDIR IN_DONT_FOLLOW IN_EXCL_UNLINK - IN_MASK_CREATE IN_MASK_ADD"
                            + " IN_ISDIR IN_ONESHOT");

    /// FAN_* of include/uapi/linux/fanotify.h.
    private static final Map<Integer, String> FANOTIFY =
            table(
                    "FAN_ACCESS FAN_MODIFY FAN_ATTRIB FAN_CLOSE_WRITE FAN_CLOSE_NOWRITE FAN_OPEN FAN_MOVED_FROM"
                            + " FAN_MOVED_TO FAN_CREATE FAN_DELETE FAN_DELETE_SELF FAN_MOVE_SELF FAN_OPEN_EXEC -"
                            + " FAN_Q_OVERFLOW FAN_FS_ERROR FAN_OPEN_PERM FAN_ACCESS_PERM FAN_OPEN_EXEC_PERM -"
                            + " FAN_PRE_ACCESS - - - FAN_MNT_ATTACH FAN_MNT_DETACH - FAN_EVENT_ON_CHILD FAN_RENAME"
                            + " - FAN_ONDIR");

    private static final int FANOTIFY_CLASS = 0xc;

    /// FAN_* of `fanotify_init`, without the class; include/uapi/linux/fanotify.h.
    private static final Map<Integer, String> FANOTIFY_GROUP =
            table(
                    "FAN_CLOEXEC FAN_NONBLOCK - - FAN_UNLIMITED_QUEUE FAN_UNLIMITED_MARKS FAN_ENABLE_AUDIT"
                            + " FAN_REPORT_PIDFD FAN_REPORT_TID FAN_REPORT_FID FAN_REPORT_DIR_FID FAN_REPORT_NAME"
                            + " FAN_REPORT_TARGET_FID FAN_REPORT_FD_ERROR FAN_REPORT_MNT");

    /// BPF_F_* of include/uapi/linux/bpf.h that BPF_MAP_CREATE takes.
    private static final Map<Integer, String> MAP =
            table(
                    "BPF_F_NO_PREALLOC BPF_F_NO_COMMON_LRU BPF_F_NUMA_NODE BPF_F_RDONLY BPF_F_WRONLY"
                            + " BPF_F_STACK_BUILD_ID BPF_F_ZERO_SEED BPF_F_RDONLY_PROG BPF_F_WRONLY_PROG BPF_F_CLONE"
                            + " BPF_F_MMAPABLE BPF_F_PRESERVE_ELEMS BPF_F_INNER_MAP BPF_F_LINK BPF_F_PATH_FD"
                            + " BPF_F_VTYPE_BTF_OBJ_FD BPF_F_TOKEN_FD BPF_F_SEGV_ON_FAULT BPF_F_NO_USER_CONV");

    /// TFD_TIMER_* of include/linux/timerfd.h.
    private static final Map<Integer, String> TIMER =
            table("TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET");

    /// MEMBARRIER_CMD_REGISTER_* of include/uapi/linux/membarrier.h, of which only those that register are recorded.
    private static final Map<Integer, String> MEMBARRIER =
            table(
                    "- - GLOBAL_EXPEDITED - PRIVATE_EXPEDITED - PRIVATE_EXPEDITED_SYNC_CORE -"
                            + " PRIVATE_EXPEDITED_RSEQ");

    private static Map<Integer, String> table(String names) {
        var table = new TreeMap<Integer, String>();
        var bit = 0;
        for (var name : names.split(" ")) {
            if (!name.equals("-")) {
                table.put(bit, name);
            }
            bit++;
        }
        return table;
    }

    /// What a mark of fanotify asks for, and what it suppresses.
    public static List<String> fanotify(OpenFile.Fanotify.Mark mark) {
        return Stream.concat(
                        fanotify(mark.mask()).stream(),
                        fanotify(mark.ignored()).stream().map("not "::concat))
                .toList();
    }

    /// FAN_* of `fanotify_init`, the class first; the rest in hexadecimal.
    static List<String> fanotifyGroup(int bits) {
        var first =
                switch (bits & FANOTIFY_CLASS) {
                    case 0 -> "FAN_CLASS_NOTIF";
                    case 4 -> "FAN_CLASS_CONTENT";
                    case 8 -> "FAN_CLASS_PRE_CONTENT";
                    default -> "0x%x".formatted(bits & FANOTIFY_CLASS);
                };
        return Stream.concat(
                        Stream.of(first), names(FANOTIFY_GROUP, bits & ~FANOTIFY_CLASS).stream())
                .toList();
    }

    /// BPF_F_* of maps; the rest in hexadecimal.
    static List<String> map(int bits) {
        return names(MAP, bits);
    }

    /// TFD_TIMER_*; the rest in hexadecimal.
    static List<String> timer(int bits) {
        return names(TIMER, bits);
    }

    /// What `membarrier` was registered for; the rest in hexadecimal.
    static List<String> membarrier(int bits) {
        return names(MEMBARRIER, bits);
    }

    /// A watched file of which no path is recorded.
    ///
    /// @param device in the kernel's encoding: major in the bits from 20 up, minor below
    public static String inode(long inode, long device) {
        return "inode %d on device %d:%d".formatted(inode, device >>> 20, device & 0xfffff);
    }

    private static List<String> names(Map<Integer, String> table, int bits) {
        var names = new ArrayList<String>();
        var rest = bits;
        for (var entry : table.entrySet()) {
            var bit = 1 << entry.getKey();
            if ((bits & bit) != 0) {
                names.add(entry.getValue());
                rest &= ~bit;
            }
        }
        if (rest != 0) {
            names.add("0x%x".formatted(rest));
        }
        return names;
    }
}
