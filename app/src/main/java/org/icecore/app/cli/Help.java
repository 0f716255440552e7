package org.icecore.app.cli;

import picocli.CommandLine.Option;

/// The option that every command has.
final class Help {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean wanted;
}
