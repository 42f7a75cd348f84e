package ecslab.ecs.model;

import java.util.SortedMap;

/// Fields that AWS knows and the engine doesn't model: kept as they came, and echoed.
///
/// @param fields AWS's field name and its value as JSON text
public record Unmodelled(SortedMap<String, String> fields) {

    public static final Unmodelled NOTHING = new Unmodelled(new java.util.TreeMap<>());

    public Unmodelled {
        fields = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(fields));
    }
}
