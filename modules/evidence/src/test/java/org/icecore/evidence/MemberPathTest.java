package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberPathTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            emptyValue = "",
            textBlock =
                    """
                    # path                              parent                   last        name
                    'pstree.img',                       '',                      pstree.img, pstree.img
                    'checkpoint/pstree.img',            'checkpoint/',           pstree.img, checkpoint/pstree.img
                    'checkpoint/',                      '',                      checkpoint, checkpoint
                    'pod/web/',                         'pod/',                  web,        pod/web
                    'pod.zip: ',                        '',                      pod.zip,    pod.zip
                    'pod.zip: web.tar: ',               'pod.zip: ',             web.tar,    'pod.zip: web.tar'
                    'pod.zip: a/web.tar: pstree.img',   'pod.zip: a/web.tar: ',  pstree.img, 'pod.zip: a/web.tar: pstree.img'
                    'pod.zip: checkpoint/',             'pod.zip: ',             checkpoint, 'pod.zip: checkpoint'
                    '/',                                '',                      '',         ''
                    '',                                 '',                      '',         ''
                    """)
    void the_last_name_lies_in_a_directory_or_an_archive(
            String text, String parent, String last, String name) {
        var path = new MemberPath(text);
        assertAll(
                () -> assertEquals(parent, path.parent()),
                () -> assertEquals(last, path.last()),
                () -> assertEquals(name, path.name()));
    }

    @Test
    void the_innermost_archive_is_told_from_the_way_in_it() {
        var path = new MemberPath("pod.zip: a/web.tar: checkpoint/pstree.img");
        assertAll(
                () -> assertEquals("pod.zip: a/web.tar: ", path.archive()),
                () -> assertEquals("checkpoint/pstree.img", path.inArchive()),
                () -> assertTrue(path.isNested()),
                () -> assertFalse(new MemberPath("checkpoint/pstree.img").isNested()),
                () -> assertEquals("", new MemberPath("checkpoint/pstree.img").archive()));
    }

    @Test
    void a_colon_alone_enters_no_archive() {
        var kubelet = new MemberPath("checkpoint-web-2026-01-02T03:04:05Z.tar");
        assertFalse(kubelet.isNested());
    }

    @Test
    void a_file_lies_in_its_own_directory_alone() {
        var path = new MemberPath("web.tar: checkpoint/pstree.img");
        assertAll(
                () -> assertTrue(path.isFileIn("web.tar: checkpoint/")),
                () -> assertFalse(path.isFileIn("web.tar: ")),
                () -> assertFalse(path.isFileIn("")),
                () -> assertFalse(path.isFileIn("checkpoint/")));
    }
}
