package org.icecore.app.cli;

/// What the program ends with.
enum ExitCode {
    /// All was answered.
    DONE(0),
    /// All was done that could be, but the evidence is damaged or incomplete.
    INCOMPLETE(1),
    /// The command line cannot be understood.
    WRONG_USAGE(2),
    /// An archive cannot be opened, or a file not written.
    CANNOT_OPEN(3),
    /// The program is at fault.
    FAULT(70),
    /// The user pressed Ctrl+C.
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
