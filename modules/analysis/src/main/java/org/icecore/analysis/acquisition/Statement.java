package org.icecore.analysis.acquisition;

import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.evidence.Location;

/// One statement on how a checkpoint was taken, or on what it does not hold.
///
/// @param subject what it is about, e.g. `CRIU version`
/// @param value what the evidence says, or why it says nothing
/// @param why what that means for the examiner
/// @param at where it can be re-checked, if at one place
public record Statement(
        Topic topic,
        Bearing bearing,
        String subject,
        Cell value,
        String why,
        Optional<Location> at) {

    static Statement fact(Topic topic, String subject, Cell value, String why) {
        return new Statement(topic, Bearing.FACT, subject, value, why, Optional.empty());
    }

    static Statement caution(Topic topic, String subject, Cell value, String why) {
        return new Statement(topic, Bearing.CAUTION, subject, value, why, Optional.empty());
    }

    static Statement gap(Topic topic, String subject, Cell value, String why) {
        return new Statement(topic, Bearing.GAP, subject, value, why, Optional.empty());
    }

    /// A fact if there is a value; a gap if it was not captured or cannot be read.
    static Statement told(Topic topic, String subject, Cell value, String why) {
        return switch (value) {
            case Cell.Absent(var absence, _) ->
                    switch (absence) {
                        case NOT_CAPTURED, MALFORMED -> gap(topic, subject, value, why);
                        case NOT_APPLICABLE -> fact(topic, subject, value, why);
                    };
            default -> fact(topic, subject, value, why);
        };
    }

    Statement at(Location place) {
        return new Statement(topic, bearing, subject, value, why, Optional.of(place));
    }

    Statement at(Optional<Location> place) {
        return new Statement(topic, bearing, subject, value, why, place);
    }
}
