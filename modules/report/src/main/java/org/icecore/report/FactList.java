package org.icecore.report;

import java.util.List;

/// Names and values in two columns.
public record FactList(List<Fact> facts) implements Block {

    public FactList {
        facts = List.copyOf(facts);
    }

    /// The given facts, in their order.
    public static FactList of(Fact... facts) {
        return new FactList(List.of(facts));
    }
}
