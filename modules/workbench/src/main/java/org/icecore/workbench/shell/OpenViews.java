package org.icecore.workbench.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.part.View;
import org.icecore.workbench.part.ViewDescriptor;

/// The views that were made and not yet closed.
final class OpenViews {
    private final Map<String, View> made = new HashMap<>();
    private final ErrorLog log;

    OpenViews(ErrorLog log) {
        this.log = log;
    }

    /// The view, made if need be.
    View get(ViewDescriptor descriptor) {
        // A view may ask for another while it is made.
        var known = made.get(descriptor.id());
        if (known != null) {
            return known;
        }
        var view = make(descriptor);
        made.put(descriptor.id(), view);
        return view;
    }

    void close(String id) {
        Optional.ofNullable(made.remove(id)).ifPresent(View::dispose);
    }

    void closeAll() {
        made.values().forEach(View::dispose);
        made.clear();
    }

    private View make(ViewDescriptor descriptor) {
        try {
            return descriptor.factory().get();
        } catch (RuntimeException cause) {
            log.error(
                    "%s cannot be shown: %s".formatted(descriptor.title(), cause.getMessage()),
                    cause);
            return FailedView.of(descriptor.title(), cause);
        }
    }
}
