package org.icecore.report.content;

import org.icecore.analysis.acquisition.AcquisitionTable;

/// What checkpoints do not hold, said in every report so that "not found" is not read as "not there".
final class Limits {

    static final String OF_A_CHECKPOINT =
            "A checkpoint holds the container at one moment. It does not record %s. Memory that was not captured is said to be so and is never shown as zeros."
                    .formatted(String.join("; ", AcquisitionTable.NEVER_RECORDED));

    static final String OF_THE_REPORT =
            "Threads and registers, environments, credentials, mounts, namespaces, timers, signals, and contents of files are told "
                    + "where they changed, and are not listed otherwise. The program shows them (icecore inspect, icecore memory).";

    static final String OF_A_SINGLE_REPORT =
            "Threads and registers, environments, credentials, mounts, namespaces, timers, signals, memory and contents of files "
                    + "are not listed. The program shows them (icecore inspect, icecore memory).";

    private Limits() {}
}
