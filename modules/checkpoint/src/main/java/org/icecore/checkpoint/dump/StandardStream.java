package org.icecore.checkpoint.dump;

import org.icecore.evidence.Location;

/// Where a standard stream of the first task led, as the OCI runtime noted it beside the images.
///
/// A restore gives each pipe among them a stream of the new container in its place.
///
/// @param fd descriptor of the first task: 0 standard input, 1 output, 2 errors
/// @param target what `/proc/PID/fd/N` named, e.g. `pipe:[186517]`, `/dev/null`
public record StandardStream(int fd, String target, Location at) {

    /// In words, e.g. `standard output`.
    public String title() {
        return switch (fd) {
            case 0 -> "standard input";
            case 1 -> "standard output";
            case 2 -> "standard error";
            default -> "descriptor " + fd;
        };
    }
}
