package ecslab.ecs.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// A map that is written by the fold and read as unmodifiable snapshots. A snapshot costs a copy
/// only if something was written since the last one.
final class Table<K, V> {

    private final LinkedHashMap<K, V> rows;
    private Map<K, V> snapshot;
    private boolean written;

    Table(Map<K, V> start) {
        rows = new LinkedHashMap<>(start);
        snapshot = start;
    }

    void put(K key, V value) {
        rows.put(key, value);
        written = true;
    }

    void merge(K key, V value, BinaryOperator<V> both) {
        rows.merge(key, value, both);
        written = true;
    }

    void remove(K key) {
        rows.remove(key);
        written = true;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Map<K, V> snapshot() {
        if (written) {
            snapshot = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
            written = false;
        }
        return snapshot;
    }
}
