package org.icecore.views.compare;

/// The key of the editor that sums up the comparison of the chosen pair.
public record CompareOverviewKey() {}
