package org.icecore.checkpoint;

import java.util.List;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.checkpoint.dump.RecordedMoment;
import org.icecore.checkpoint.dump.StandardStream;

/// How the dump was made and whether it is whole, as its traces tell.
///
/// Each call reads the evidence anew: not for the thread of a window. Safe for use by several threads; valid as long as the
/// checkpoint is open.
public interface DumpAccount {

    /// What CRIU wrote of its run; why there is nothing if there is no log.
    Observed<DumpLog> log();

    /// Which images there should be, and which are not there.
    ExpectedImages expectedImages();

    /// The files that the engine writes beside the images, there or not. Empty where no engine writes any.
    List<EngineDocument> documents();

    /// Where the standard streams of the first task led, as the OCI runtime noted it.
    Observed<List<StandardStream>> standardStreams();

    /// What speaks for and against each of the dumps before being what this one was made with, the nearest first.
    List<Kinship> parents();

    /// The moments that the engine's documents and the archive tell.
    List<RecordedMoment> moments();
}
