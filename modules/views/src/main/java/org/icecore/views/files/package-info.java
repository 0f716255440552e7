/// The Open Files view: the descriptors of the selected task.
///
/// Start at [FilesView].
package org.icecore.views.files;
