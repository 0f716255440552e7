package org.icecore.app.cli;

/// How answers are written.
enum Format {
    text,
    json
}
