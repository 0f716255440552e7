package org.icecore.views.guide;

/// The key of the editor that shows a page of the guide.
///
/// @param page the name of its resource
/// @param title the text on its tab
public record GuideKey(String page, String title) {}
