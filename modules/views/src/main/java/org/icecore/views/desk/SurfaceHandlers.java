package org.icecore.views.desk;

import java.util.HashMap;
import java.util.Map;
import org.icecore.views.hex.HexSurface;
import org.icecore.views.hex.model.BytesPerRow;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.workbench.command.Handler;

/// What every editor of bytes does alike: going to an address, copying, bytes in a row, size of the font.
public final class SurfaceHandlers {
    private static final double USUAL_SIZE = 13;
    private static final double SMALLEST = 8;
    private static final double LARGEST = 40;

    private SurfaceHandlers() {}

    /// Handlers by the ids of their commands; the caller may add to them.
    ///
    /// @param goTo the bar in which an address is typed
    public static Map<String, Handler> of(HexSurface surface, InlineBar goTo) {
        var handlers = new HashMap<String, Handler>();
        handlers.put(DeskCommands.GO_TO, Handler.of(goTo::open));
        handlers.put(DeskCommands.COPY_AS, Handler.of(surface::offerCopies));
        for (var format : HexCopy.Format.values()) {
            handlers.put(command(format), Handler.of(() -> surface.copy(format)));
        }
        for (var count : BytesPerRow.values()) {
            handlers.put(
                    command(count),
                    Handler.toggle(
                            () -> surface.bytesPerRowProperty().set(count),
                            surface.bytesPerRowProperty().map(count::equals)));
        }
        var size = surface.fontSizeProperty();
        handlers.put(
                DeskCommands.LARGER, Handler.of(() -> size.set(Math.min(LARGEST, size.get() + 1))));
        handlers.put(
                DeskCommands.SMALLER,
                Handler.of(() -> size.set(Math.max(SMALLEST, size.get() - 1))));
        handlers.put(DeskCommands.USUAL_SIZE, Handler.of(() -> size.set(USUAL_SIZE)));
        return handlers;
    }

    private static String command(HexCopy.Format format) {
        return switch (format) {
            case HEX -> DeskCommands.COPY_HEX;
            case DUMP -> DeskCommands.COPY_DUMP;
            case TEXT -> DeskCommands.COPY_TEXT;
            case C_ARRAY -> DeskCommands.COPY_C_ARRAY;
            case JAVA_ARRAY -> DeskCommands.COPY_JAVA_ARRAY;
            case PYTHON -> DeskCommands.COPY_PYTHON;
            case ADDRESS -> DeskCommands.COPY_ADDRESS;
        };
    }

    private static String command(BytesPerRow count) {
        return switch (count) {
            case FITTING -> DeskCommands.FITTING;
            case EIGHT -> DeskCommands.EIGHT;
            case SIXTEEN -> DeskCommands.SIXTEEN;
            case THIRTY_TWO -> DeskCommands.THIRTY_TWO;
        };
    }
}
