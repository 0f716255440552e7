package org.icecore.workbench.selection;

import java.util.Optional;

/// The selected value and the id of the part that selected it. The value is opaque to the workbench.
///
/// @param value empty when nothing is selected
/// @param source a view id, an editor's key as text, or empty text at the start
public record Selection(Optional<Object> value, String source) {
    /// Nothing, selected by nobody.
    public static final Selection NONE = new Selection(Optional.empty(), "");

    /// The value if it is of that type.
    public <T> Optional<T> as(Class<T> type) {
        return value.filter(type::isInstance).map(type::cast);
    }
}
