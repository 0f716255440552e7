/// Finding a pattern in the memory of all tasks.
///
/// Knows [org.icecore.analysis.search.MemorySearch] and how to show its hits while they come. Start at [SearchView];
/// its
/// state is in [SearchViewModel].
package org.icecore.views.search;
