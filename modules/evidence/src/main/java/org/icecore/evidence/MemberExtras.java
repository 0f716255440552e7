package org.icecore.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What few members have, or few differ in.
///
/// @param user name of the owner; empty where the archive does not say
/// @param group name of the group; empty where the archive does not say
/// @param device the number of a device
record MemberExtras(
        String user,
        String group,
        Optional<Member.Device> device,
        Optional<Instant> accessed,
        Optional<Instant> changed,
        List<ExtendedAttribute> extended) {

    static final MemberExtras NONE =
            new MemberExtras(
                    "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    MemberExtras {
        extended = List.copyOf(extended);
    }
}
