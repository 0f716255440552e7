/// Control groups: which tasks sat where, and what the groups allowed.
///
/// Immutable records, each with the place in the evidence it was read from. Paths are as the host sees them. Start at
/// [CgroupSet] and [Cgroup].
package org.icecore.checkpoint.cgroup;
