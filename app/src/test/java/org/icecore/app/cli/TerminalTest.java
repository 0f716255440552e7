package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static String told(boolean watched, String sentence, List<String> reasons) {
        var err = new StringWriter();
        var surroundings =
                new Surroundings(
                        Clock.systemUTC(),
                        "1.0",
                        50,
                        watched,
                        false,
                        Path.of(""),
                        Optional.empty());
        new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        surroundings,
                        new Interruption())
                .complain(sentence, reasons);
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    private static final String LONG =
            "pstree.img: entries are missing; one task is known by its core image alone";
    private static final List<String> REASONS =
            List.of("short", "another reason, which a line of fifty columns cannot hold");

    @Test
    void breaksMessagesBetweenWordsForAReader() {
        assertEquals(
                """
                icecore: pstree.img: entries are missing; one task
                         is known by its core image alone
                icecore:   short
                icecore:   another reason, which a line of fifty
                           columns cannot hold
                """,
                told(true, LONG, REASONS));
    }

    @Test
    void keepsEachInOneLineForWhoeverSearchesThem() {
        assertEquals(
                """
                icecore: pstree.img: entries are missing; one task is known by its core image alone
                icecore:   short
                icecore:   another reason, which a line of fifty columns cannot hold
                """,
                told(false, LONG, REASONS));
    }
}
