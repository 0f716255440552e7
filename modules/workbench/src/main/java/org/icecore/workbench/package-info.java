/// The window of the program: a workbench of docked views around an editor area.
///
/// Knows how commands, keys, views, editors, perspectives and jobs come together in one window. Knows nothing of evidence:
/// what is selected, opened and found is opaque, and all content is contributed by the application.
/// Start at [WorkbenchContributions] (what the application gives), [WorkbenchServices] (what it gets) and [Workbench].
package org.icecore.workbench;
