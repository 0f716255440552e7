package org.icecore.app.cli;

import picocli.CommandLine.Option;

/// The option that every answering command has.
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, for reading (the default), or json, for programs.")
    private Format format = Format.text;

    Format get() {
        return format;
    }
}
