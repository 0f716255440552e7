package org.icecore.analysis.content;

import java.util.List;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.SeccompMode;
import org.icecore.checkpoint.task.ThreadCore;

/// Who each thread is and what it may do.
public final class CredentialTable {

    private CredentialTable() {}

    /// One row per thread: threads of one task can differ.
    public static ResultTable<ThreadTable.Row> of(Checkpoint checkpoint) {
        var rows = ThreadTable.rows(checkpoint);
        return new ResultTable<>(
                "credentials",
                "Credentials",
                LsmColumn.in(checkpoint, COLUMNS, ThreadTable.Row::thread),
                rows,
                row ->
                        new ArtefactRef.OfThread(
                                checkpoint.id(), row.task().pid(), row.thread().tid()),
                ThreadTable.Row::at,
                Gaps.ofThreads(rows, "credentials of thread")
                        .and(new Damage(checkpoint).ofThreads("credentials of threads")));
    }

    private static final List<Column<ThreadTable.Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(row -> row.task()),
                    Column.number("tid", "Tid", "Thread id", row -> row.thread().tid().value()),
                    id("uid", "Uid", "Real user id", Credentials::uid),
                    id(
                            "euid",
                            "Euid",
                            "Effective user id: what permissions are checked for",
                            Credentials::euid),
                    id("suid", "Suid", "Saved user id: what it may return to", Credentials::suid),
                    id("fsuid", "Fsuid", "User id for file access", Credentials::fsuid),
                    id("gid", "Gid", "Real group id", Credentials::gid),
                    id("egid", "Egid", "Effective group id", Credentials::egid),
                    id("sgid", "Sgid", "Saved group id", Credentials::sgid),
                    id("fsgid", "Fsgid", "Group id for file access", Credentials::fsgid),
                    of(
                            "groups",
                            "Groups",
                            ColumnKind.FLAGS,
                            "Supplementary groups",
                            credentials -> new Cell.Numbers(credentials.groups())),
                    capabilities(
                            "effective",
                            "Effective",
                            "Capabilities in force",
                            Credentials::effective),
                    capabilities(
                            "permitted",
                            "Permitted",
                            "Capabilities it may put in force",
                            Credentials::permitted),
                    capabilities(
                            "inheritable",
                            "Inheritable",
                            "Capabilities handed on by execve",
                            Credentials::inheritable),
                    capabilities(
                            "bounding",
                            "Bounding",
                            "Capabilities it can ever gain",
                            Credentials::bounding),
                    of(
                            "ambient",
                            "Ambient",
                            ColumnKind.FLAGS,
                            "Capabilities kept over execve of plain programs",
                            credentials ->
                                    Cell.of(
                                            credentials.ambient(),
                                            "CRIU before 4.1 records none",
                                            CredentialTable::names)),
                    of(
                            "secureBits",
                            "Secure bits",
                            ColumnKind.ADDRESS,
                            "SECBIT_* bits",
                            credentials ->
                                    new Cell.Address(credentials.secureBits() & 0xffff_ffffL)),
                    Column.of(
                            "seccomp",
                            "Seccomp",
                            ColumnKind.TEXT,
                            "How system calls are restricted",
                            ThreadTable::seccomp),
                    Column.of(
                            "seccompFilter",
                            "Filter",
                            ColumnKind.NUMBER,
                            "Last filter in seccomp.img",
                            row -> Cell.of(row.thread().core(), CredentialTable::filter)),
                    of(
                            "lsm",
                            "LSM profile",
                            ColumnKind.CODE,
                            "Label of SELinux or AppArmor",
                            credentials ->
                                    Cell.ofText(
                                            credentials.lsmProfile(),
                                            "no LSM profile is recorded")),
                    of(
                            "socketLabel",
                            "Label of sockets",
                            ColumnKind.CODE,
                            "SELinux context that new sockets get; CRIU records that of the first thread for all",
                            credentials ->
                                    credentials
                                            .socketLabel()
                                            .map(Cell::text)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "none was set: they get the default"))),
                    of(
                            "noNewPrivileges",
                            "No new privileges",
                            ColumnKind.FLAG,
                            "PR_SET_NO_NEW_PRIVS",
                            credentials ->
                                    Cell.of(
                                            credentials.noNewPrivileges(),
                                            "CRIU before 3.19 records it nowhere, and later only where it is set",
                                            Cell.Flag::new)));

    private static Column<ThreadTable.Row> id(
            String id, String title, String tooltip, Function<Credentials, Long> value) {
        return of(
                id,
                title,
                ColumnKind.NUMBER,
                tooltip,
                credentials -> Cell.number(value.apply(credentials)));
    }

    private static Column<ThreadTable.Row> capabilities(
            String id, String title, String tooltip, Function<Credentials, CapabilitySet> value) {
        return of(
                id,
                title,
                ColumnKind.FLAGS,
                tooltip,
                credentials -> names(value.apply(credentials)));
    }

    private static Cell names(CapabilitySet set) {
        return new Cell.Names(set.names(), set.brief());
    }

    private static Cell filter(ThreadCore core) {
        return core.seccompFilter().isEmpty()
                        && core.seccomp()
                                .filter(mode -> !mode.equals(SeccompMode.FILTER))
                                .isPresent()
                ? Cell.notApplicable("no filter restricts it")
                : Cell.of(core.seccompFilter(), "no seccomp filter is recorded");
    }

    private static Column<ThreadTable.Row> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Credentials, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        Cell.of(
                                row.thread().core(),
                                core ->
                                        Cell.of(
                                                core.credentials(),
                                                "no credentials are recorded for the thread",
                                                value)));
    }
}
