package org.icecore.checkpoint.container;

import java.util.List;
import org.icecore.evidence.Defect;

/// What one image holds that this release does not know.
///
/// @param fields in the order of their first occurrence
/// @param gaps what kept the image from being looked through whole; empty if nothing did
public record UnknownFields(List<UnknownField> fields, List<Defect> gaps) {

    public UnknownFields {
        fields = List.copyOf(fields);
        gaps = List.copyOf(gaps);
    }

    /// How many occurrences there are.
    public long count() {
        return fields.stream().mapToLong(UnknownField::count).sum();
    }
}
