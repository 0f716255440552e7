package org.icecore.checkpoint.file;

/// The id of an open file in `files.img`; fdinfo, fs, mm and vma entries refer to it.
public record FileId(long value) implements Comparable<FileId> {

    @Override
    public int compareTo(FileId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
