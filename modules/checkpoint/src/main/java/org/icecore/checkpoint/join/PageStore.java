package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.ImageStart;
import org.icecore.criu.LostEntries;
import org.icecore.criu.Pagemap;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// A pagemap and the pages file it speaks of: the stored pages of one address space or of one shared segment.
///
/// @param pages empty if the pages file is missing although the pagemap needs it
/// @param absence what is to be said if it is
/// @param blocks what was unpacked last of compressed pages
/// @param parent the same of the dump before, if that is here
record PageStore(
        Pagemap pagemap,
        Optional<ByteSource> pages,
        String pagesName,
        String absence,
        BlockCache blocks,
        Optional<PageStore> parent) {

    /// Opens the pages of the pagemap image `name`; empty if the dump has no such image.
    static Optional<PageStore> open(
            ImageSet images, ImageName name, int pageSize, Consumer<Defect> defects) {
        return open(images, name, new PageSizes.PageSize(pageSize, Optional.empty()), defects);
    }

    /// The same with a pagemap that may have been read already.
    static Optional<PageStore> open(
            ImageSet images,
            ImageName name,
            PageSizes.PageSize pageSize,
            Consumer<Defect> defects) {
        return images.open(name)
                .map(
                        source -> {
                            var pagemap =
                                    pageSize.pagemap()
                                            .orElseGet(
                                                    () -> Pagemap.read(source, pageSize.bytes()));
                            pagemap.defects().forEach(defects);
                            images.note(pagemap);
                            tellLazy(pagemap, source, defects);
                            if (pagemap.pagesId().isEmpty()) {
                                return new PageStore(
                                        pagemap,
                                        Optional.empty(),
                                        "pages file",
                                        "the pagemap does not name its pages file",
                                        images.blocks(),
                                        Optional.empty());
                            }
                            var pagesName =
                                    ImageName.of(ImageKind.PAGES, pagemap.pagesId().getAsLong());
                            var pages = images.open(pagesName);
                            var store =
                                    new PageStore(
                                            pagemap,
                                            pages,
                                            images.directory() + pagesName.fileName(),
                                            images.absence(pagesName),
                                            images.blocks(),
                                            images.parent()
                                                    .flatMap(
                                                            before ->
                                                                    open(
                                                                            before,
                                                                            name,
                                                                            pageSize.bytes(),
                                                                            defects)));
                            if (images.cipher().isEmpty()) {
                                store.check(source, defects);
                            }
                            return store;
                        });
    }

    /// No damage: the dump was not to have them.
    private static void tellLazy(Pagemap pagemap, ByteSource source, Consumer<Defect> defects) {
        if (pagemap.lazyPages() > 0) {
            defects.accept(
                    new Defect(
                            source.locate(new ByteRange(0, source.size())),
                            "%s of %d bytes were left to be fetched by a lazy restore: they are in no file"
                                    .formatted(
                                            Amount.of(pagemap.lazyPages(), "page"),
                                            pagemap.pageSize()),
                            Defect.Kind.ODD));
        }
    }

    /// Opens a pages file from before there were pagemaps; empty if the dump has none under that name.
    static Optional<PageStore> openOld(ImageSet images, ImageName name, Consumer<Defect> defects) {
        var fileName = name.fileName();
        var source = images.open(name).filter(one -> isOld(fileName, one, defects));
        return source.map(
                pages -> {
                    var map = Pagemap.readOld(pages);
                    map.defects().forEach(defects);
                    return new PageStore(
                            map,
                            source,
                            images.directory() + fileName,
                            images.absence(name),
                            images.blocks(),
                            Optional.empty());
                });
    }

    private static boolean isOld(String fileName, ByteSource source, Consumer<Defect> defects) {
        try {
            return ImageStart.recognise(fileName, source)
                    .filter(kind -> kind == ImageKind.PAGES_OLD || kind == ImageKind.SHM_PAGES_OLD)
                    .isPresent();
        } catch (EvidenceException unreadable) {
            defects.accept(Defect.of(unreadable));
            return false;
        }
    }

    /// A pages file whose length is not what the pagemap says was damaged; a longer one is told, too.
    private void check(ByteSource map, Consumer<Defect> defects) {
        if (pages.isEmpty()) {
            if (pagemap.presentPages() > 0) {
                defects.accept(new Defect(map.locate(new ByteRange(0, map.size())), absence));
            }
        } else if (pagemap.payloadBytes().isPresent()
                && pages.get().size() != pagemap.payloadBytes().getAsLong()) {
            var source = pages.get();
            var expected = pagemap.payloadBytes().getAsLong();
            defects.accept(
                    new Defect(
                            source.locate(
                                    new ByteRange(
                                            Math.min(source.size(), expected), source.size())),
                            "%d bytes, but %s"
                                    .formatted(
                                            source.size(),
                                            expected == countedBytes()
                                                    ? "its pagemap counts %d pages of %d bytes"
                                                            .formatted(
                                                                    pagemap.presentPages(),
                                                                    pagemap.pageSize())
                                                    : "by its pagemap it has %d"
                                                            .formatted(expected))));
        }
    }

    /// Where pages may have been stored that no run holds. More pages than the pagemap counts are those of entries that it lost.
    Optional<LostEntries> lost() {
        return pagemap.lost()
                .or(
                        () ->
                                pages.isPresent()
                                                && pagemap.payloadBytes().isPresent()
                                                && pages.get().size()
                                                        > pagemap.payloadBytes().getAsLong()
                                        ? Optional.of(LostEntries.ANYWHERE)
                                        : Optional.empty());
    }

    /// Bytes of the pages that are stored, as the pagemap counts them; of a file that is cut, at most as many as it has.
    long storedBytes() {
        var counted = countedBytes();
        return pages.map(
                        source ->
                                pagemap.payloadBytes().orElse(Long.MAX_VALUE) <= source.size()
                                        ? counted
                                        : Math.min(source.size(), counted))
                .orElse(0L);
    }

    /// Hostile counts end at the largest number.
    private long countedBytes() {
        var pages = pagemap.presentPages();
        return pages < 0 || pages > Long.MAX_VALUE / pagemap.pageSize()
                ? Long.MAX_VALUE
                : pages * pagemap.pageSize();
    }
}
