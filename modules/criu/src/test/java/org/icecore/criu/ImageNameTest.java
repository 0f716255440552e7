package org.icecore.criu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    @Nested
    class A_recognised_name {

        @ParameterizedTest
        @CsvSource(
                textBlock =
                        """
                        core-1.img,               CORE,          1
                        core-4294967295.img,      CORE,          4294967295
                        ids-7.img,                IDS,           7
                        pagemap-12.img,           PAGEMAP,       12
                        pagemap-shmem-5.img,      SHMEM_PAGEMAP, 5
                        pages-2.img,              PAGES,         2
                        pages-shmem-2.img,        SHM_PAGES_OLD, 2
                        netns-10.img,             NETNS,         10
                        netns-ct-10.img,          NETNF_CT,      10
                        netns-exp-10.img,         NETNF_EXP,     10
                        ipcns-var-11.img,         IPC_VAR,       11
                        ipcns-sem-11.img,         IPCNS_SEM,     11
                        route-10.img,             ROUTE,         10
                        route6-10.img,            ROUTE6,        10
                        signal-s-3.img,           SIGNAL,        3
                        signal-p-3.img,           PSIGNAL,       3
                        binfmt-misc-3.img,        BINFMT_MISC_OLD, 3
                        tmpfs-3.tar.gz,           TMPFS_IMG,     3
                        tmpfs-dev-41.tar.gz,      TMPFS_DEV,     41
                        tmpfs-dev-41.tar.gz.img,  TMPFS_DEV,     41
                        ghost-file-1.img,         GHOST_FILE,    1
                        ghost-file-1f.img,        GHOST_FILE,    31
                        tcp-stream-1d6d7.img,     TCP_STREAM,    120535
                        """)
        void with_a_number_has_kind_and_number(String name, ImageKind kind, long id) {
            assertEquals(Optional.of(ImageName.of(kind, id)), ImageName.of(name));
        }

        @ParameterizedTest
        @CsvSource(
                textBlock =
                        """
                        inventory.img,    INVENTORY
                        pstree.img,       PSTREE
                        files.img,        FILES
                        reg-files.img,    REG_FILES
                        binfmt-misc.img,  BINFMT_MISC
                        stats-dump,       STATS
                        stats-restore,    STATS_RESTORE
                        irmap-cache,      IRMAP_CACHE
                        """)
        void without_a_number_has_its_kind_only(String name, ImageKind kind) {
            assertEquals(Optional.of(ImageName.of(kind)), ImageName.of(name));
        }

        @Test
        void may_have_a_64_bit_number_where_CRIU_prints_one() {
            assertEquals(
                    Optional.of(ImageName.of(ImageKind.SHMEM_PAGEMAP, -1)),
                    ImageName.of("pagemap-shmem-18446744073709551615.img"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".img",
                "core-.img",
                "core-01.img",
                "core--1.img",
                "core-+1.img",
                "core-1.img.bak",
                "core-4294967296.img",
                "core-99999999999999999999999.img",
                "core-\u0661.img",
                "pagemap-18446744073709551616.img",
                "ghost-file-1F.img",
                "ghost-file-100000000.img",
                "stats-dump.img",
                "Pstree.img",
                "checkpoint/pstree.img",
                "descriptors.json",
                "dump.log"
            })
    void a_name_that_CRIU_would_not_write_is_not_recognised(String name) {
        assertEquals(Optional.empty(), ImageName.of(name));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_recognises_the_names_that_it_forms(ImageKind kind) {
        for (FileNamePattern pattern : kind.fileNames()) {
            ImageKind expected = kind == ImageKind.PAGES_OLD ? ImageKind.PAGES : kind;
            assertEquals(
                    Optional.of(expected),
                    ImageName.of(pattern.format(10)).map(ImageName::kind),
                    pattern::toString);
        }
    }

    @Test
    void no_two_kinds_form_the_same_name_except_the_two_forms_of_pages() {
        var names =
                Arrays.stream(ImageKind.values())
                        .filter(kind -> kind != ImageKind.PAGES_OLD)
                        .flatMap(kind -> kind.fileNames().stream())
                        .map(pattern -> pattern.format(10))
                        .toList();
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void kinds_that_share_a_magic_share_its_name() {
        assertEquals(Optional.of("PAGEMAP"), ImageKind.SHMEM_PAGEMAP.magicName());
        assertEquals(Optional.of("SIGNAL"), ImageKind.PSIGNAL.magicName());
        assertEquals(Optional.of("BINFMT_MISC"), ImageKind.BINFMT_MISC_OLD.magicName());
        assertEquals(Optional.of("STATS"), ImageKind.STATS_RESTORE.magicName());
        assertEquals(Optional.of("FILE_LOCKS"), ImageKind.FILE_LOCKS_PID.magicName());
        assertEquals(Optional.empty(), ImageKind.PAGES.magicName());
    }

    @Test
    void a_kind_is_raw_exactly_if_it_has_no_magic() {
        for (ImageKind kind : ImageKind.values()) {
            assertEquals(kind.magic() == 0, kind.raw(), kind::name);
            assertTrue(!kind.raw() || kind.message().isEmpty(), kind::name);
        }
    }
}
