package org.icecore.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the program ships with")
class ThirdPartyTest {
    private static final Path NOTICE = Path.of("src", "main", "dist", "THIRD-PARTY.md");

    /// Libraries of the tests, which no package holds.
    private static final List<Pattern> OF_THE_TESTS =
            Stream.of(
                            "junit-.*",
                            "opentest4j-.*",
                            "apiguardian-.*",
                            "archunit.*",
                            "slf4j-.*",
                            "surefire-.*",
                            "common-.*")
                    .map(Pattern::compile)
                    .toList();

    /// The patterns in the second column of the table.
    private static List<Pattern> named() throws IOException {
        return Pattern.compile("`([a-z0-9-]+\\*)`")
                .matcher(Files.readString(NOTICE))
                .results()
                .map(found -> Pattern.compile(found.group(1).replace("*", ".*")))
                .toList();
    }

    /// Libraries on the paths of this run.
    private static List<String> libraries(String... paths) {
        return Stream.of(paths)
                .map(path -> System.getProperty(path, ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .map(path -> Path.of(path).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .filter(name -> OF_THE_TESTS.stream().noneMatch(test -> matches(test, name)))
                .toList();
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    @Test
    @DisplayName("is named with its licence, each library")
    void eachLibraryIsNamedWithItsLicence() throws IOException {
        var named = named();
        var libraries = libraries("jdk.module.path");
        assertTrue(libraries.size() >= 20, libraries::toString);
        assertEquals(
                List.of(),
                libraries.stream()
                        .filter(name -> named.stream().noneMatch(one -> matches(one, name)))
                        .toList());
    }

    @Test
    @DisplayName("is shipped, each library that is named")
    void eachLibraryThatIsNamedIsShipped() throws IOException {
        // A library that only another library asks for lies on the class path in a test.
        var libraries = libraries("jdk.module.path", "java.class.path");
        assertEquals(
                List.of(),
                named().stream()
                        .filter(one -> libraries.stream().noneMatch(name -> matches(one, name)))
                        .map(Pattern::pattern)
                        .toList());
    }
}
