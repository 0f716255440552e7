package org.icecore.evidence;

import java.util.List;

/// The names of a zip archive with `/` between folders, which older archivers for Windows wrote as `\`.
///
/// APPNOTE.TXT 6.3.10, section 4.4.17.1, knows `/` alone. On Linux `\` is a letter as any other, as in the units of
/// systemd, so that a name that holds both is left as it is.
record ZipNames(ByteSource zip, DefectList defects) {

    /// APPNOTE.TXT 6.3.10, section 4.4.2.2: MS-DOS, OS/2, Windows NTFS, VFAT.
    private static final List<Integer> WITH_BACKSLASHES = List.of(0, 6, 10, 14);

    static String withSlashes(String name) {
        return name.replace('\\', '/');
    }

    /// The same entries, and a remark where names are read otherwise than they are written.
    List<ZipEntry> read(List<ZipEntry> entries) {
        boolean noSlash = entries.stream().noneMatch(entry -> entry.name().contains("/"));
        var first = entries.stream().filter(entry -> isBackslashed(entry, noSlash)).findFirst();
        first.ifPresent(this::remark);
        return first.isEmpty()
                ? entries
                : entries.stream()
                        .map(
                                entry ->
                                        isBackslashed(entry, noSlash)
                                                ? entry.named(withSlashes(entry.name()))
                                                : entry)
                        .toList();
    }

    private static boolean isBackslashed(ZipEntry entry, boolean noSlash) {
        return entry.name().contains("\\")
                && (noSlash
                        || WITH_BACKSLASHES.contains(entry.host()) && !entry.name().contains("/"));
    }

    private void remark(ZipEntry first) {
        defects.add(
                zip.locate(first.record()),
                "names are written with \\ between folders, as older archivers for Windows do, from %s on; read as /"
                        .formatted(Quoted.of(first.name())),
                Defect.Kind.ODD);
    }
}
