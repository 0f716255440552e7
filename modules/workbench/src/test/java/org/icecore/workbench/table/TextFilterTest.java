package org.icecore.workbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilterTest {
    private record Row(String kind, String target) {}

    private static final List<Column<Row, ?>> COLUMNS =
            List.of(
                    Column.<Row>text("kind", "Kind", 50, Row::kind),
                    Column.<Row>text("target", "Target", 50, Row::target));
    private static final List<Row> ROWS =
            List.of(
                    new Row("reg", "/dev/null"),
                    new Row("sock", "tcp 127.0.0.1"),
                    new Row("pipe", "sock:[1]"));

    @ParameterizedTest
    @CsvSource({
        "'', reg sock pipe",
        "SOCK, sock pipe",
        "kind:sock, sock",
        "Target:sock, pipe",
        "tcp 127, sock",
        "tcp null, ''",
        "/dev, reg",
        "sock:[1, pipe",
    })
    void findsRows(String filter, String kinds) {
        var accepted = TextFilter.of(filter, COLUMNS);
        assertEquals(
                kinds, String.join(" ", ROWS.stream().filter(accepted).map(Row::kind).toList()));
    }
}
