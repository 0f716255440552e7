package org.icecore.checkpoint.join;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.DumpStatsEntry;
import org.icecore.criu.proto.InventoryEntry;
import org.icecore.criu.proto.StatsEntry;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Reads what CRIU says of the dump as a whole.
record DumpFactsReader(
        Archive archive, Documents documents, ImageSet images, Consumer<Defect> defects) {

    Observed<Inventory> inventory() {
        var name = ImageName.of(ImageKind.INVENTORY);
        return images.read(name).stream()
                .flatMap(image -> image.entries().stream())
                .filter(entry -> entry.message() instanceof InventoryEntry)
                .findFirst()
                .map(
                        entry ->
                                Observed.present(
                                        inventory((InventoryEntry) entry.message()), entry.at()))
                .orElseGet(() -> Observed.notCaptured(images.absence(name)));
    }

    private static Inventory inventory(InventoryEntry entry) {
        return new Inventory(
                entry.getImgVersion(),
                entry.getFdinfoPerId(),
                entry.hasLsmtype() ? Optional.of(entry.getLsmtype().name()) : Optional.empty(),
                entry.hasTcpClose() ? Optional.of(entry.getTcpClose()) : Optional.empty(),
                entry.hasDumpCriuRunId()
                        ? Optional.of(EvidenceText.of(entry.getDumpCriuRunIdBytes()))
                        : Optional.empty(),
                entry.hasPluginsEntry()
                        ? Optional.of(entry.getPluginsEntry().getPluginsList().stream().toList())
                        : Optional.empty(),
                // CRIU keeps microseconds; far beyond the age of any computer nobody does.
                entry.hasDumpUptime()
                                && entry.getDumpUptime() >= 0
                                && entry.getDumpUptime() <= Long.MAX_VALUE / 1000
                        ? Optional.of(Duration.ofNanos(entry.getDumpUptime() * 1000))
                        : Optional.empty(),
                optional(entry.hasPreDumpMode(), entry.getPreDumpMode()),
                optional(entry.hasNetworkLockMethod(), entry.getNetworkLockMethod()),
                entry.hasRootIds()
                        ? Optional.of(KernelObjectIds.of(entry.getRootIds(), new Shared()))
                        : Optional.empty(),
                optional(entry.hasRootCgSet(), entry.getRootCgSet()),
                entry.hasNsPerId() ? Optional.of(entry.getNsPerId()) : Optional.empty(),
                entry.hasAllowUprobes() ? Optional.of(entry.getAllowUprobes()) : Optional.empty());
    }

    private static OptionalInt optional(boolean recorded, int value) {
        return recorded ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /// The engines move the statistics out of the image directory to the top of the archive.
    Observed<DumpStatistics> statistics() {
        return image().stream()
                .flatMap(image -> image.entries().stream())
                .filter(entry -> entry.message() instanceof StatsEntry stats && stats.hasDump())
                .findFirst()
                .map(
                        entry ->
                                Observed.present(
                                        statistics(((StatsEntry) entry.message()).getDump()),
                                        entry.at()))
                .orElseGet(
                        () ->
                                Observed.notCaptured(
                                        archive.loss()
                                                .explain(
                                                        Documents.STATISTICS
                                                                + " is not in the checkpoint")));
    }

    private Optional<ImageFile> image() {
        var name = ImageName.of(Documents.STATISTICS).orElseThrow();
        try {
            var top = documents.open(archive, Documents.STATISTICS);
            if (top.isEmpty()) {
                return images.has(name) ? images.read(name) : Optional.empty();
            }
            var image = ImageFile.read(top.get(), name);
            image.defects().forEach(defects);
            return Optional.of(image);
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
            return Optional.empty();
        }
    }

    private static DumpStatistics statistics(DumpStatsEntry stats) {
        return new DumpStatistics(
                Integer.toUnsignedLong(stats.getFreezingTime()),
                Integer.toUnsignedLong(stats.getFrozenTime()),
                Integer.toUnsignedLong(stats.getMemdumpTime()),
                Integer.toUnsignedLong(stats.getMemwriteTime()),
                stats.getPagesScanned(),
                stats.getPagesSkippedParent(),
                stats.getPagesWritten(),
                count(stats.hasPagesLazy(), stats.getPagesLazy()),
                count(stats.hasShpagesScanned(), stats.getShpagesScanned()),
                count(stats.hasShpagesSkippedParent(), stats.getShpagesSkippedParent()),
                count(stats.hasShpagesWritten(), stats.getShpagesWritten()),
                count(stats.hasIrmapResolve(), Integer.toUnsignedLong(stats.getIrmapResolve())),
                count(stats.hasPagePipes(), stats.getPagePipes()),
                count(stats.hasPagePipeBufs(), stats.getPagePipeBufs()));
    }

    private static OptionalLong count(boolean recorded, long value) {
        return recorded ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
