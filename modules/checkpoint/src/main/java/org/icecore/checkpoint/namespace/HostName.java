package org.icecore.checkpoint.namespace;

/// Names of a UTS namespace; `utsns_entry`.
public record HostName(String nodeName, String domainName) {}
