package org.icecore.workbench.part;

/// A part that supports the work: it navigates, or shows details of the selection. One instance in the window.
public non-sealed interface View extends Part {}
