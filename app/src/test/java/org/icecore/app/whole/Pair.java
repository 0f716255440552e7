package org.icecore.app.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// Two checkpoints of one container, as files.
record Pair(Path before, Path after) {

    /// Before and after somebody broke into the container `shop`; the repository carries them.
    static Pair incident() {
        var folder =
                Path.of(
                        System.getProperty("icecore.root"),
                        "modules",
                        "fixtures",
                        "evidence",
                        "incident");
        return new Pair(folder.resolve("before.tar.gz"), folder.resolve("after.tar.gz"));
    }

    List<Path> files() {
        return List.of(before, after);
    }

    /// The SHA-256 of a file in hexadecimal.
    static String sha256(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new AssertionError("no digest of " + file, failure);
        }
    }

    /// All that a program could have done to the evidence: names, times of change, digests of what lies in its folder.
    String trace() {
        var trace = new TreeMap<String, String>();
        try (var files = Files.list(before.toAbsolutePath().getParent())) {
            for (var file : files.toList()) {
                trace.put(
                        file.getFileName().toString(),
                        Files.isDirectory(file)
                                ? "folder"
                                : "%s %s".formatted(Files.getLastModifiedTime(file), sha256(file)));
            }
        } catch (IOException failure) {
            throw new AssertionError("cannot list the evidence", failure);
        }
        return trace.toString();
    }
}
