package org.icecore.app.cli;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/// What is made of the rows of a list, row by row when it is asked for, since a table can be longer than the heap. The row that
/// was made last is kept for all who look at it before the next one. For use by one thread.
final class RowByRow<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> rows;
    private final Function<S, T> making;
    private int place = -1;
    private Optional<T> made = Optional.empty();

    private RowByRow(List<S> rows, Function<S, T> making) {
        this.rows = rows;
        this.making = making;
    }

    /// @param making the same of a row whenever it is asked
    static <S, T> List<T> of(List<S> rows, Function<S, T> making) {
        return new RowByRow<>(rows, making);
    }

    @Override
    public T get(int index) {
        if (index != place || made.isEmpty()) {
            made = Optional.of(making.apply(rows.get(index)));
            place = index;
        }
        return made.get();
    }

    @Override
    public int size() {
        return rows.size();
    }
}
