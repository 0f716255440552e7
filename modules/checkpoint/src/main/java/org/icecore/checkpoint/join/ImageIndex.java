package org.icecore.checkpoint.join;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Member;

/// Members of an archive by the names of the images that they are, in the order in which they were put in.
///
/// A dump can have hundreds of thousands, so it keeps their kinds and numbers and makes names of them when asked: some 30 bytes
/// for each and not a hundred. For one thread while it grows, then for several.
final class ImageIndex {

    /// Odd and drawn at random, so that nobody who writes an archive can choose numbers that collide.
    private final long factor = new SplittableRandom().nextLong() | 1;

    private final BitSet numbered = new BitSet();
    private ImageKind[] kinds = new ImageKind[16];
    private long[] ids = new long[16];
    private Member[] members = new Member[16];

    /// One more than the place of an image, 0 where there is none; at most half full. An image lies at its hash or behind it.
    private int[] slots = new int[32];

    private int size;

    /// The member; empty if no image has that name.
    Optional<Member> find(ImageName name) {
        int place = slots[slot(name)];
        return place == 0 ? Optional.empty() : Optional.of(members[place - 1]);
    }

    /// Whether an image has that name.
    boolean has(ImageName name) {
        return slots[slot(name)] != 0;
    }

    /// Puts in the member, in the place of one of the same name if there is one.
    void put(ImageName name, Member member) {
        int slot = slot(name);
        if (slots[slot] != 0) {
            members[slots[slot] - 1] = member;
            return;
        }
        if (size == kinds.length) {
            grow();
            slot = slot(name);
        }
        kinds[size] = name.kind();
        ids[size] = name.id().orElse(0);
        numbered.set(size, name.id().isPresent());
        members[size] = member;
        size++;
        slots[slot] = size;
    }

    private void grow() {
        int capacity = 2 * size;
        kinds = Arrays.copyOf(kinds, capacity);
        ids = Arrays.copyOf(ids, capacity);
        members = Arrays.copyOf(members, capacity);
        slots = new int[2 * capacity];
        for (int place = 0; place < size; place++) {
            slots[slot(kinds[place], ids[place], numbered.get(place))] = place + 1;
        }
    }

    private int slot(ImageName name) {
        return slot(name.kind(), name.id().orElse(0), name.id().isPresent());
    }

    /// Where the image lies, or is to lie.
    private int slot(ImageKind kind, long id, boolean hasNumber) {
        long mixed = (id * factor ^ kind.ordinal()) * factor;
        int slot = (int) (mixed >>> Long.SIZE - Integer.numberOfTrailingZeros(slots.length));
        while (slots[slot] != 0 && !is(slots[slot] - 1, kind, id, hasNumber)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean is(int place, ImageKind kind, long id, boolean hasNumber) {
        return kinds[place] == kind && ids[place] == id && numbered.get(place) == hasNumber;
    }

    private ImageName name(int place) {
        return numbered.get(place)
                ? ImageName.of(kinds[place], ids[place])
                : ImageName.of(kinds[place]);
    }

    /// The names, in their order; each is made when it is asked for.
    List<ImageName> names() {
        return new Names();
    }

    private final class Names extends AbstractList<ImageName> implements RandomAccess {

        @Override
        public ImageName get(int index) {
            return name(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
