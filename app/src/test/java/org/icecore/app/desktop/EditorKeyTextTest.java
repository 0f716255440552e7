package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.desk.MemberBytesKey;
import org.junit.jupiter.api.Test;

class EditorKeyTextTest {
    private static final CheckpointId AFTER = new CheckpointId("after (2)");

    @Test
    void readsWhatItWrote() {
        var keys =
                List.<Object>of(
                        AFTER,
                        new MemoryKey(AFTER, new Pid(6), new VirtualAddress(-4096)),
                        new MemberKey(AFTER, "rootfs/a b\tc\nd.txt"),
                        new MemberBytesKey(AFTER, "checkpoint/\u6587.img"),
                        new CompareOverviewKey(),
                        new MemoryCompareKey(new Pid(72)),
                        Guides.GUIDE,
                        Guides.SAMPLE);
        assertEquals(
                keys,
                keys.stream()
                        .map(key -> EditorKeyText.write(key).orElseThrow())
                        .map(line -> EditorKeyText.read(line).orElseThrow())
                        .toList());
    }

    @Test
    void writesALineThatCanBeReadByEye() {
        assertEquals(
                Optional.of("memory after+%282%29 6 7f2f369d0000"),
                EditorKeyText.write(
                        new MemoryKey(AFTER, new Pid(6), new VirtualAddress(0x7f2f369d0000L))));
    }

    @Test
    void takesNothingElseForAKey() {
        for (var line :
                List.of(
                        "",
                        "memory",
                        "memory after six 0",
                        "memory after 6 xyz",
                        "overview",
                        "overview %zz",
                        "overview a%2Fb",
                        "guide nowhere",
                        "comparison 1")) {
            assertEquals(Optional.empty(), EditorKeyText.read(line), line);
        }
        assertEquals(Optional.empty(), EditorKeyText.write("a key of nobody"));
    }
}
