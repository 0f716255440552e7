/// The Open Files view: the descriptors of the selected task, or of all tasks.
///
/// Start at [FilesView].
package org.icecore.views.files;
