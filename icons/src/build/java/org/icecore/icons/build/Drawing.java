package org.icecore.icons.build;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// One SVG file of ours: a square box and its paths, in the order they are painted.
record Drawing(double box, List<Stroke> strokes) {

    /// A path. `fill` and `colour` are as written in the file, empty where the file does not say.
    record Stroke(String data, boolean accent, String fill, String colour, String width) {
        Path2D shape() {
            return new PathData(data).shape();
        }
    }

    static Drawing read(Path file) throws IOException {
        try {
            var root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement();
            var box = root.getAttribute("viewBox").split(" ");
            var strokes = new ArrayList<Stroke>();
            var paths = root.getElementsByTagName("path");
            for (var i = 0; i < paths.getLength(); i++) {
                strokes.add(stroke((Element) paths.item(i)));
            }
            return new Drawing(Double.parseDouble(box[2]), List.copyOf(strokes));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": not an SVG drawing", e);
        }
    }

    /// The data of the paths that are, or are not, the accent.
    String data(boolean accent) {
        return strokes.stream()
                .filter(stroke -> stroke.accent() == accent)
                .map(Stroke::data)
                .collect(Collectors.joining());
    }

    private static Stroke stroke(Element path) {
        return new Stroke(
                path.getAttribute("d"),
                path.getAttribute("class").equals("accent"),
                path.getAttribute("fill"),
                path.getAttribute("stroke"),
                path.getAttribute("stroke-width"));
    }
}
