package org.icecore.checkpoint.dump;

/// Something that CRIU was told to do, as a line of its log gives away.
///
/// @param option of the command line, or what else brought it about
/// @param meaning what it did, for the examiner
/// @param line that gives it away
public record LoggedOption(String option, String meaning, LogLine line) {}
