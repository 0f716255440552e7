package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an archive lays down a sparse file: the old GNU format in header blocks, or one of the three in pax records.
///
/// GNU tar manual, appendix "Storing Sparse Files".
///
/// @param header the header proper, at `position`
/// @param size bytes that follow the headers
record SparseLayout(
        ByteSource source, TarHeader header, long position, long size, PaxRecords records) {

    private static final int OLD_RUN = 24;
    private static final int OLD_RUNS_IN_EXTENSION = 21;
    private static final int OLD_CONTINUES_IN_EXTENSION = 504;

    /// A map, where the packed data begins, and where the next header.
    record Found(SparseMap map, long data, long next) {}

    Optional<Found> read() throws EvidenceException {
        try {
            if (header.type() == 'S') {
                return Optional.of(old());
            }
            if (records.get("GNU.sparse.major")
                    .filter(major -> major.value().equals("1"))
                    .isPresent()) {
                return Optional.of(inFrontOfTheData());
            }
            var runs =
                    records.get("GNU.sparse.map")
                            .map(map -> List.of(map.value().split(",")))
                            .orElse(records.sparseRuns());
            var whole = records.get("GNU.sparse.size");
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    found(
                            number(whole.get().value()),
                            runs.stream().map(SparseLayout::number).toList(),
                            body()));
        } catch (IllegalArgumentException e) {
            throw new EvidenceException(
                    at(), "sparse file cannot be laid out: " + e.getMessage(), e);
        }
    }

    private Found old() throws EvidenceException {
        var numbers = new ArrayList<Long>();
        takeRuns(
                header.block(),
                TarField.SPARSE_RUNS.start,
                TarField.SPARSE_RUNS.length / OLD_RUN,
                numbers);
        boolean more = header.block()[TarField.SPARSE_CONTINUES.start] != 0;
        long data = body();
        while (more) {
            if (data - position > TarReader.METADATA_LIMIT) {
                throw new IllegalArgumentException("its map is longer than 1 MiB");
            }
            if (data > source.size() - TarHeader.BLOCK) {
                throw new IllegalArgumentException("the archive ends in its map");
            }
            var extension = source.bytes(data, TarHeader.BLOCK);
            takeRuns(extension, 0, OLD_RUNS_IN_EXTENSION, numbers);
            more = extension[OLD_CONTINUES_IN_EXTENSION] != 0;
            data += TarHeader.BLOCK;
        }
        long whole = header.number(TarField.SPARSE_REAL_SIZE).orElse(-1);
        var map = SparseMap.of(whole, numbers);
        return new Found(map, data, TarReader.padded(data, size));
    }

    private static void takeRuns(byte[] block, int start, int count, List<Long> numbers) {
        for (int i = 0; i < count; i++) {
            int at = start + i * OLD_RUN;
            if (block[at + 12] == 0) {
                return;
            }
            for (int field = at; field < at + OLD_RUN; field += 12) {
                numbers.add(
                        TarHeader.number(block, field, 12)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "a run is not a number")));
            }
        }
    }

    /// Format 1.0: the map stands before the data, one decimal number to a line, filled up to whole blocks.
    private Found inFrontOfTheData() throws EvidenceException {
        var whole =
                records.get("GNU.sparse.realsize")
                        .orElseThrow(() -> new IllegalArgumentException("its size is missing"));
        long at = body();
        long end =
                Math.min(
                        source.size(),
                        TarReader.saturated(at, Math.min(size, TarReader.METADATA_LIMIT)));
        var line = new StringBuilder();
        var numbers = new ArrayList<Long>();
        long wanted = -1;
        while (wanted < 0 || numbers.size() < wanted) {
            if (at >= end) {
                throw new IllegalArgumentException(
                        "its map does not end within the member or 1 MiB");
            }
            var block =
                    new String(
                            source.bytes(at, (int) Math.min(TarHeader.BLOCK, end - at)),
                            StandardCharsets.ISO_8859_1);
            at += TarHeader.BLOCK;
            for (int i = 0; i < block.length() && (wanted < 0 || numbers.size() < wanted); i++) {
                if (block.charAt(i) != '\n') {
                    line.append(block.charAt(i));
                } else if (wanted < 0) {
                    wanted = 2 * number(line.toString());
                    line.setLength(0);
                } else {
                    numbers.add(number(line.toString()));
                    line.setLength(0);
                }
            }
        }
        return found(number(whole.value()), numbers, at);
    }

    private Found found(long whole, List<Long> numbers, long data) {
        var map = SparseMap.of(whole, numbers);
        if (map.storedBytes() > TarReader.saturated(body(), size) - data) {
            throw new IllegalArgumentException("its runs hold more bytes than the member");
        }
        return new Found(map, data, TarReader.padded(body(), size));
    }

    private static long number(String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a number of its map is not one");
        }
        return Long.parseLong(digits);
    }

    private long body() {
        return position + TarHeader.BLOCK;
    }

    private Location at() {
        return source.locate(ByteRange.of(position, TarHeader.BLOCK));
    }
}
