package org.icecore.workbench.job;

/// What is remembered of a job that ended. Its result is not: that can be all of a checkpoint.
///
/// @param title what it did
/// @param end how it ended, in words
public record EndedJob(String title, String end) {}
