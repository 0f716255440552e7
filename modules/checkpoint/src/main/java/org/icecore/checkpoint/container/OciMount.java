package org.icecore.checkpoint.container;

import java.util.List;

/// A mount that the OCI runtime specification asks for.
public record OciMount(String destination, String type, String source, List<String> options) {

    public OciMount {
        options = List.copyOf(options);
    }
}
