package org.icecore.workbench.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MnemonicsTest {
    @Test
    void theFirstLetterOfAWordIsTaken() {
        assertEquals(
                List.of("_File", "_Edit", "_Search"),
                Mnemonics.mark(List.of("File", "Edit", "Search")));
    }

    @Test
    void eachTitleOfAMenuHasItsOwnLetter() {
        assertEquals(
                List.of("_Copy", "Copy _As", "Copy _Path", "C_lose"),
                Mnemonics.mark(List.of("Copy", "Copy As", "Copy Path", "Close")));
    }

    @Test
    void aTitleGivesItsLetterToOneThatHasNoOther() {
        assertEquals(List.of("A_b", "_a"), Mnemonics.mark(List.of("Ab", "a")));
    }

    @Test
    void anUnderscoreInTheNameOfAFileIsNoMnemonic() {
        assertEquals(List.of("_a__b.tar"), Mnemonics.mark(List.of("a_b.tar")));
    }

    @Test
    void aTitleWithoutALetterHasNone() {
        assertEquals(List.of("你好", "_x"), Mnemonics.mark(List.of("你好", "x")));
    }
}
