package org.icecore.checkpoint.join;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.icecore.checkpoint.task.Register;

/// The registers of a thread, eight bytes each: names and widths are those of its neighbours.
final class RegisterList extends AbstractList<Register> implements RandomAccess {

    private final List<Name> names;
    private final long[] values;

    private record Name(String name, int bits) {}

    private RegisterList(List<Name> names, long[] values) {
        this.names = names;
        this.values = values;
    }

    static RegisterList of(List<Register> registers, Shared shared) {
        return new RegisterList(
                shared.of(
                        registers.stream()
                                .map(register -> new Name(register.name(), register.bits()))
                                .toList()),
                registers.stream().mapToLong(Register::value).toArray());
    }

    @Override
    public Register get(int i) {
        var name = names.get(i);
        return new Register(name.name(), values[i], name.bits());
    }

    @Override
    public int size() {
        return values.length;
    }
}
