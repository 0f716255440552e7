package org.icecore.workbench.part;

import java.util.Optional;

/// The tab of an editor without its content: what is remembered of it between starts.
///
/// @param title the text on the tab until the editor is made
/// @param icon the name of its icon until then
public record EditorTab(Object key, String title, Optional<String> icon) {}
