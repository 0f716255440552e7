package org.icecore.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What can be read of the members of a zip archive.
///
/// @param copy what was compressed, one behind the other
/// @param leftOut what of it says to unpack to more than is allowed, and is not unpacked
record ZipContent(
        Map<ZipEntry, ByteSource> of,
        Optional<WorkingCopy> copy,
        Map<ZipEntry, UnpackingLimitException> leftOut) {

    static ZipContent of(ByteSource zip, ZipPlaces places, Nesting nesting, Progress progress)
            throws EvidenceException {
        var of = new HashMap<ZipEntry, ByteSource>();
        var compressed = new ArrayList<ZipEntry>();
        for (var entry : places.inOrder()) {
            var place = places.of(entry);
            if (place.isPresent() && !entry.encrypted()) {
                if (entry.isStored()) {
                    of.put(entry, zip.slice(place.get()));
                } else if (ZipMethod.of(entry.method()).isPresent()) {
                    compressed.add(entry);
                }
            }
        }
        if (compressed.isEmpty()) {
            return new ZipContent(of, Optional.empty(), Map.of());
        }
        var leftOut = new LinkedHashMap<ZipEntry, UnpackingLimitException>();
        var ranges = new HashMap<ZipEntry, ByteRange>();
        var copy =
                WorkingCopy.filled(
                        zip,
                        zip.locate(new ByteRange(0, 0)).member() + " (unpacked)",
                        nesting.budget(),
                        (sink, defects) -> {
                            for (var entry : compressed) {
                                var place = places.of(entry).orElseThrow();
                                var packed = zip.slice(place);
                                if (!nesting.budget().holds(entry.size())) {
                                    leftOut.put(entry, limit(packed, nesting));
                                    continue;
                                }
                                ranges.put(
                                        entry,
                                        unpack(
                                                entry,
                                                packed,
                                                sink,
                                                defects,
                                                (done, _) ->
                                                        progress.advance(
                                                                place.start() + done, zip.size())));
                            }
                            if (ranges.isEmpty() && of.isEmpty()) {
                                throw leftOut.firstEntry().getValue();
                            }
                            progress.advance(zip.size(), zip.size());
                        });
        ranges.forEach((entry, range) -> of.put(entry, copy.content().slice(range)));
        return new ZipContent(of, Optional.of(copy), leftOut);
    }

    private static UnpackingLimitException limit(ByteSource packed, Nesting nesting) {
        return new UnpackingLimitException(
                packed.locate(new ByteRange(0, packed.size())),
                packed.size(),
                nesting.budget().unpacking().limit());
    }

    private static ByteRange unpack(
            ZipEntry entry,
            ByteSource packed,
            SealedSink sink,
            DefectList defects,
            Progress progress)
            throws IOException, EvidenceException {
        long start = sink.total();
        try (var unpacked = ZipMethod.of(entry.method()).orElseThrow().open(packed, entry)) {
            new Unpacker(packed, unpacked, sink)
                    .run(entry.size(), progress)
                    .ifPresent(defects::addPart);
            defects.addAll(unpacked.defects());
            unpacked.trailer().ifPresent(defects::add);
        }
        long length = sink.total() - start;
        if (length != entry.size()) {
            defects.add(
                    packed.locate(new ByteRange(0, packed.size())),
                    "%s is to have %s and unpacks to %s"
                            .formatted(
                                    Quoted.of(entry.name()),
                                    Amount.of(entry.size(), "byte"),
                                    length > entry.size() ? "more" : Long.toString(length)));
        }
        return ByteRange.of(start, Math.min(length, entry.size()));
    }
}
