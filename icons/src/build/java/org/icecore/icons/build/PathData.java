package org.icecore.icons.build;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Pattern;

/// The `d` attribute of an SVG path, turned into a shape. <https://www.w3.org/TR/SVG2/paths.html>
///
/// Covers what we draw with: M L H V C S A Z, absolute and relative. Any other command is refused.
final class PathData {
    private static final Pattern NUMBER = Pattern.compile("[\\s,]*([-+]?(?:\\d+\\.?\\d*|\\.\\d+))");
    private static final Pattern FLAG = Pattern.compile("[\\s,]*([01])");
    private static final Pattern COMMAND = Pattern.compile("\\s*([A-Za-z])");

    private final String data;
    private final Path2D.Double shape = new Path2D.Double();
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double controlX;
    private double controlY;

    PathData(String data) {
        this.data = data;
    }

    Path2D shape() {
        var command = ' ';
        while (!data.substring(at).isBlank()) {
            var letter = COMMAND.matcher(data).region(at, data.length());
            if (letter.lookingAt()) {
                command = letter.group(1).charAt(0);
                at = letter.end();
            } else if (command == 'M' || command == 'm') {
                command = command == 'm' ? 'l' : 'L';
            }
            var smooth = "CcSs".indexOf(command) >= 0;
            draw(command);
            if (!smooth) {
                controlX = x;
                controlY = y;
            }
        }
        return shape;
    }

    private void draw(char command) {
        var originX = Character.isLowerCase(command) ? x : 0;
        var originY = Character.isLowerCase(command) ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                move(originX + number(), originY + number());
                startX = x;
                startY = y;
                shape.moveTo(x, y);
            }
            case 'L' -> line(originX + number(), originY + number());
            case 'H' -> line(originX + number(), y);
            case 'V' -> line(x, originY + number());
            case 'C' -> curve(originX, originY, originX + number(), originY + number());
            case 'S' -> curve(originX, originY, 2 * x - controlX, 2 * y - controlY);
            case 'A' -> arc(originX, originY);
            case 'Z' -> {
                shape.closePath();
                move(startX, startY);
            }
            default ->
                    throw new IllegalArgumentException(
                            "path command %s in %s".formatted(command, data));
        }
    }

    private void move(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private void line(double toX, double toY) {
        move(toX, toY);
        shape.lineTo(x, y);
    }

    private void curve(double originX, double originY, double firstX, double firstY) {
        controlX = originX + number();
        controlY = originY + number();
        move(originX + number(), originY + number());
        shape.curveTo(firstX, firstY, controlX, controlY, x, y);
    }

    /// Endpoint to centre parameters, as in the appendix of the SVG specification.
    private void arc(double originX, double originY) {
        var radiusX = number();
        var radiusY = number();
        var turn = Math.toRadians(number());
        var large = flag();
        var sweep = flag();
        var toX = originX + number();
        var toY = originY + number();
        var cos = Math.cos(turn);
        var sin = Math.sin(turn);
        var halfX = cos * (x - toX) / 2 + sin * (y - toY) / 2;
        var halfY = -sin * (x - toX) / 2 + cos * (y - toY) / 2;
        var tooSmall = Math.sqrt(Math.pow(halfX / radiusX, 2) + Math.pow(halfY / radiusY, 2));
        radiusX *= Math.max(1, tooSmall);
        radiusY *= Math.max(1, tooSmall);
        var spread = Math.pow(radiusX * halfY, 2) + Math.pow(radiusY * halfX, 2);
        var factor = Math.sqrt(Math.max(0, Math.pow(radiusX * radiusY, 2) / spread - 1));
        factor = large == sweep ? -factor : factor;
        var centreX = factor * radiusX * halfY / radiusY;
        var centreY = -factor * radiusY * halfX / radiusX;
        var from = Math.atan2((halfY - centreY) / radiusY, (halfX - centreX) / radiusX);
        var to = Math.atan2((-halfY - centreY) / radiusY, (-halfX - centreX) / radiusX);
        var extent = to - from;
        if (sweep && extent < 0) {
            extent += 2 * Math.PI;
        } else if (!sweep && extent > 0) {
            extent -= 2 * Math.PI;
        }
        var arc =
                new Arc2D.Double(
                        -radiusX,
                        -radiusY,
                        2 * radiusX,
                        2 * radiusY,
                        -Math.toDegrees(from),
                        -Math.toDegrees(extent),
                        Arc2D.OPEN);
        var place =
                AffineTransform.getTranslateInstance(
                        cos * centreX - sin * centreY + (x + toX) / 2,
                        sin * centreX + cos * centreY + (y + toY) / 2);
        place.rotate(turn);
        shape.append(arc.getPathIterator(place), true);
        move(toX, toY);
    }

    private double number() {
        return Double.parseDouble(next(NUMBER));
    }

    private boolean flag() {
        return next(FLAG).equals("1");
    }

    private String next(Pattern token) {
        var matcher = token.matcher(data).region(at, data.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("number expected at %d of %s".formatted(at, data));
        }
        at = matcher.end();
        return matcher.group(1);
    }
}
