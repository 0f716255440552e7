package org.icecore.icons;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

@DisplayName("Every drawing in src/main/svg")
class DrawingsTest {
    private static final Path FOLDER = Path.of("src/main/svg");

    static List<Path> drawings() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void keepsTheHandOfTheFamily(Path file) throws Exception {
        var root = root(file);
        assertAll(
                () -> assertEquals("0 0 16 16", root.getAttribute("viewBox")),
                () -> assertEquals("none", root.getAttribute("fill")),
                () -> assertEquals("currentColor", root.getAttribute("stroke")),
                () -> assertEquals("1.25", root.getAttribute("stroke-width")),
                () -> assertEquals("round", root.getAttribute("stroke-linecap")),
                () -> assertEquals("round", root.getAttribute("stroke-linejoin")));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isOnePathAndAtMostOneAccent(Path file) throws Exception {
        var paths = children(root(file));
        assertTrue(paths.size() == 1 || paths.size() == 2, "%d elements".formatted(paths.size()));
        assertFalse(paths.getFirst().hasAttribute("class"));
        for (var path : paths) {
            assertEquals("path", path.getTagName());
            for (var i = 0; i < path.getAttributes().getLength(); i++) {
                var name = path.getAttributes().item(i).getNodeName();
                assertTrue(
                        Set.of("d", "class").contains(name), "a path of the family has no " + name);
            }
        }
        if (paths.size() == 2) {
            assertEquals("accent", paths.getLast().getAttribute("class"));
        }
    }

    private static Element root(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> children(Element root) {
        var children = new ArrayList<Element>();
        for (var i = 0; i < root.getChildNodes().getLength(); i++) {
            if (root.getChildNodes().item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
