/// The states that every view has beside its content: nothing selected, loading, empty, partial, failed.
///
/// Start at [PlaceholderPane].
package org.icecore.workbench.state;
