package org.icecore.workbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyFormatTest {
    private static final List<String> TITLES = List.of("Pid", "Name");
    private static final List<List<String>> ROWS =
            List.of(List.of("72", "a\tb|c"), List.of("7", "say \"hi\",\nbye"));

    @Test
    void tabSeparatedValuesStayOnTheirLine() {
        assertEquals(
                "Pid\tName\n72\ta b|c\n7\tsay \"hi\", bye\n", CopyFormat.TSV.write(TITLES, ROWS));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertEquals(
                "Pid,Name\n72,a\tb|c\n7,\"say \"\"hi\"\",\nbye\"\n",
                CopyFormat.CSV.write(TITLES, ROWS));
    }

    @Test
    void jsonEscapesControlCharacters() {
        assertEquals(
                """
                [
                  {"Pid": "72", "Name": "a\\tb|c"},
                  {"Pid": "7", "Name": "say \\"hi\\",\\nbye"}
                ]
                """,
                CopyFormat.JSON.write(TITLES, ROWS));
    }

    @Test
    void markdownEscapesBars() {
        assertEquals(
                """
                | Pid | Name |
                | --- | --- |
                | 72 | a\tb\\|c |
                | 7 | say "hi", bye |
                """,
                CopyFormat.MARKDOWN.write(TITLES, ROWS));
    }
}
