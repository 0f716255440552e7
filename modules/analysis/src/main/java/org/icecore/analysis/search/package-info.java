/// Bytes and strings found in the memory of tasks.
///
/// Knows patterns, hits and what a search did not cover. Knows nothing of what a hit means. Start at [MemorySearch].
package org.icecore.analysis.search;
