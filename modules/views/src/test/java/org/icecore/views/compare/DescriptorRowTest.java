package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.SharedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorRowTest {
    @TempDir private Path folder = Path.of("");

    private static String rows(Comparison comparison, int pid) {
        return DescriptorRow.of(comparison, comparison.task(new Pid(pid)).orElseThrow()).stream()
                .map(row -> "%s %s %s".formatted(row.fd(), row.mark(), row.changed()).strip())
                .collect(Collectors.joining("; "));
    }

    @Test
    void aTableThatTasksShareIsMarkedAlikeInEachOfThem() throws EvidenceException {
        try (var before = new SharedTable(folder).dump("before", 0);
                var after = new SharedTable(folder).dump("after", 1)) {
            var comparison = Comparison.of(before, after, Progress.unwatched());

            assertEquals("3 NONE; 4 CHANGED close on exec", rows(comparison, 1));
            assertEquals("3 NONE; 4 CHANGED close on exec", rows(comparison, 2));
            assertEquals("4 NONE", rows(comparison, 3));
        }
    }
}
