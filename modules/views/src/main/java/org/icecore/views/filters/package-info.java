/// The Filters view: the programs that decide on system calls and packets, disassembled.
///
/// Start at [FiltersView]; [FilterTree] is what a test can ask without a stage.
package org.icecore.views.filters;
