package org.icecore.app.cli;

import java.util.Optional;
import org.icecore.evidence.Unpacking;
import picocli.CommandLine.Option;

/// How far compressed evidence may be unpacked.
final class LimitOption {

    @Option(
            names = "--unpack-limit",
            paramLabel = "SIZE",
            converter = ByteSize.class,
            description =
                    "How far compressed evidence may be unpacked, such as 512M or 200G; 64G if not given.")
    private Optional<Long> limit = Optional.empty();

    boolean given() {
        return limit.isPresent();
    }

    Unpacking unpacking() {
        var standard = Unpacking.standard();
        return limit.map(standard::withLimit).orElse(standard);
    }
}
