package org.icecore.checkpoint.container;

import java.util.Optional;

/// What a member of the archive is to a checkpoint.
public sealed interface MemberKind {

    /// An image of CRIU of a kind that this release knows.
    ///
    /// @param kind as CRIU's table of images names it, e.g. `CORE`
    record Image(String kind) implements MemberKind {}

    /// A file that looks like an image of CRIU, but is of no kind that this release knows: it lies in the folder of the dump
    /// and is called `*.img`, or begins as images do. Kept and listed, never interpreted.
    ///
    /// @param magic the word that marks its kind, as hexadecimal number; empty if it has none
    /// @param likely the kind that has this magic under another name, e.g. of a renamed image
    record UnknownImage(Optional<String> magic, Optional<String> likely) implements MemberKind {}

    /// A file of the engine that took the checkpoint, e.g. `config.dump`.
    record EngineFile() implements MemberKind {}

    /// Keeps the keys of an encrypted dump.
    record Keys() implements MemberKind {}

    /// Anything else.
    record Other() implements MemberKind {}

    /// The words for tables; empty for a member that is nothing of CRIU's or the engine's.
    default String label() {
        return switch (this) {
            case Image(var kind) -> kind;
            case UnknownImage(var magic, var likely) ->
                    magic.map(
                                    number ->
                                            "unknown image (magic %s%s)"
                                                    .formatted(
                                                            number,
                                                            likely.map(kind -> " of " + kind)
                                                                    .orElse("")))
                            .orElse("unknown image");
            case EngineFile _ -> "engine";
            case Keys _ -> "keys of an encrypted dump";
            case Other _ -> "";
        };
    }
}
