package org.icecore.views.recovered;

import org.icecore.views.desk.DeskWindow;
import org.icecore.views.result.QuestionView;

/// Views of a window once they have answered.
final class DeskWindowViews {
    private DeskWindowViews() {}

    @SuppressWarnings("unchecked")
    static <R> QuestionView<R> of(DeskWindow window, String id) {
        DeskWindow.run(() -> window.services().parts().showView(id));
        var view =
                (QuestionView<R>)
                        DeskWindow.call(() -> window.services().parts().view(id).orElseThrow());
        window.until(id + " has answered", () -> view.grid().isPresent());
        return view;
    }
}
