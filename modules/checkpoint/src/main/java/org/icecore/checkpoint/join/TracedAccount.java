package org.icecore.checkpoint.join;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.DumpAccount;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.checkpoint.dump.RecordedMoment;
import org.icecore.checkpoint.dump.StandardStream;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Archive;

/// What the traces in the archive tell of a dump, read whenever it is asked for.
record TracedAccount(
        Archive archive,
        Arrangement arrangement,
        ImageSet images,
        TaskTree tasks,
        Map<Long, OpenFile> files,
        List<Mount> mounts,
        Observed<Inventory> inventory,
        Observed<Instant> written,
        List<Kinship> parents)
        implements DumpAccount {

    @Override
    public Observed<DumpLog> log() {
        return new EngineDocuments(archive, arrangement).log();
    }

    @Override
    public ExpectedImages expectedImages() {
        return new ExpectedImageReader(images, tasks, files, mounts, inventory).read();
    }

    @Override
    public List<EngineDocument> documents() {
        return new EngineDocuments(archive, arrangement).all();
    }

    @Override
    public Observed<List<StandardStream>> standardStreams() {
        return new StandardStreamReader(archive, arrangement).read();
    }

    @Override
    public List<RecordedMoment> moments() {
        return new MomentReader(archive, arrangement.documents()).read(written);
    }
}
