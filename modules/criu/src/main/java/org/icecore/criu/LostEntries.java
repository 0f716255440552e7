package org.icecore.criu;

/// The addresses whose entries a damaged pagemap may have lost: a page there that no run holds may have been stored all the same.
///
/// @param first lowest address, unsigned
/// @param last highest address, unsigned
public record LostEntries(long first, long last) {

    /// All addresses: nobody can tell which entries are lost.
    public static final LostEntries ANYWHERE = new LostEntries(0, -1);

    /// Whether the address is among them.
    public boolean contains(long address) {
        return Long.compareUnsigned(first, address) <= 0
                && Long.compareUnsigned(address, last) <= 0;
    }
}
