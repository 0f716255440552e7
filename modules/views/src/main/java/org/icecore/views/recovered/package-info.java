/// The Recovered Files view: unlinked files and files of memory alone, whose content the checkpoint keeps.
///
/// Start at [RecoveredView].
package org.icecore.views.recovered;
