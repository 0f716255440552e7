package org.icecore.analysis.compare;

/// How many more runs may be kept, so that hostile or random memory cannot fill the heap.
final class RangeBudget {

    private int left;
    private boolean exhausted;

    RangeBudget(int most) {
        left = most;
    }

    boolean take() {
        if (left == 0) {
            exhausted = true;
            return false;
        }
        left--;
        return true;
    }

    boolean exhausted() {
        return exhausted;
    }
}
