/// Dense tables and tree tables with typed columns: sorting, filtering, copying.
///
/// Knows rows as opaque values. Start at [DenseTable], [DenseTree] and [Column].
package org.icecore.workbench.table;
