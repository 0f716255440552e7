package org.icecore.evidence;

import java.util.List;

/// What may have become of something that is not in an archive.
public enum Loss {
    /// All members could be listed: what is not there was never there.
    NONE,
    /// The archive ends before its end.
    CUT,
    /// The archive is damaged.
    DAMAGED;

    /// The loss that `defects` of an archive tell; a cut tells more than damage does.
    static Loss of(List<Defect> defects) {
        var loss = NONE;
        for (var defect : defects) {
            switch (defect.kind()) {
                case CUT -> {
                    return CUT;
                }
                case DAMAGED -> loss = DAMAGED;
                case ODD -> {
                    // Nothing is lost.
                }
            }
        }
        return loss;
    }

    /// `absence` where nothing can be lost; else with what may have become of it: `stats-dump is not in the checkpoint; it
    /// may lie behind the cut, since the archive is truncated`.
    public String explain(String absence) {
        return switch (this) {
            case NONE -> absence;
            case CUT -> absence + "; it may lie behind the cut, since the archive is truncated";
            case DAMAGED -> absence + "; it may be lost, since the archive is damaged";
        };
    }
}
