package org.icecore.analysis.content;

import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.evidence.Location;

/// One statement about a checkpoint as a whole.
///
/// @param group `container`, `pod`, `dump`, `sizes`, `counts`, `statistics`, `annotations`
/// @param id stable name within the group
/// @param title heading
public record Fact(String group, String id, String title, Cell value, Optional<Location> at) {}
