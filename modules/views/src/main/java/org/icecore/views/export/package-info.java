/// Reports as files: asks where to, writes in a job, tells what came of it.
///
/// Knows reports, their writers and the file dialog. Knows nothing of what a report says. Start at [ReportExport].
package org.icecore.views.export;
