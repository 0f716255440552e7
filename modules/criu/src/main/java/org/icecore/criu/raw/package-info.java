/// What lies in images beside messages: netlink dumps, conntrack, filters of classic BPF, rule sets.
///
/// Each decoder takes bytes and gives records that say where in those bytes they were read; damage ends a list and is
/// told. Knows formats of the kernel and of iproute2, none of CRIU's messages. Start at [NetlinkDump], [BpfProgram].
package org.icecore.criu.raw;
