package org.icecore.criu.raw;

import java.util.Map;

/// What an attribute of netlink is called and how its bytes are read.
///
/// @param nested the attributes in it, where the form is [Form#NESTED]
record AttributeType(String name, Form form, Map<Integer, AttributeType> nested) {

    enum Form {
        /// A number in the byte order of the machine, as long as the value is.
        NUMBER,
        /// As [#NUMBER], where the kernel writes -1 for none.
        SIGNED_NUMBER,
        /// A number in the byte order of the network, as long as the value is.
        NETWORK_NUMBER,
        /// An IPv4 or IPv6 address.
        ADDRESS,
        /// Text with a NUL at its end.
        TEXT,
        /// Attributes.
        NESTED,
        /// Bits of the status of a connection, in the byte order of the network.
        CONNECTION_STATUS,
        /// The state of a TCP connection.
        TCP_STATE,
        /// A protocol of IP.
        PROTOCOL,
        /// Bits of an address.
        ADDRESS_FLAGS,
        /// How long an address is used: `struct ifa_cacheinfo`.
        ADDRESS_LIFETIME,
        /// Gateways of one route: `struct rtnexthop` and attributes, one after the other.
        NEXT_HOPS,
        /// A gateway of another family than its route: `struct rtvia`.
        VIA,
        /// The first and the last of a range, in the byte order of the machine.
        RANGE,
        /// Flags of one side of a tracked TCP connection, and which of them are set at restore: `struct nf_ct_tcp_flags`.
        TCP_FLAGS,
        /// Nanoseconds since 1970 in the byte order of the network.
        TIME,
        /// Anything else.
        BYTES
    }

    static AttributeType of(String name, Form form) {
        return new AttributeType(name, form, Map.of());
    }

    static AttributeType nested(String name, Map<Integer, AttributeType> nested) {
        return new AttributeType(name, Form.NESTED, nested);
    }
}
