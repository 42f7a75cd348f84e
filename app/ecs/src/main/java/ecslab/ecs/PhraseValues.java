package ecslab.ecs;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is put into a [Phrase], in the order of the names. It never changes. A run makes phrases by
/// the hundred thousand, each with hardly more than four values: they are searched one by one.
final class PhraseValues extends AbstractMap<String, String> {

    private static final PhraseValues NONE = new PhraseValues(new String[0]);

    /// Name, value, name, value, …, by name.
    private final String[] pairs;

    private PhraseValues(String[] pairs) {
        this.pairs = pairs;
    }

    static PhraseValues copyOf(Map<String, String> values) {
        if (values instanceof PhraseValues same) {
            return same;
        }
        var all = new Object[2 * values.size()];
        var next = 0;
        for (var value : values.entrySet()) {
            all[next++] = value.getKey();
            all[next++] = value.getValue();
        }
        return of(all);
    }

    /// @param namesAndValues of a name that is given twice, the later value counts
    static PhraseValues of(Object... namesAndValues) {
        if (namesAndValues.length < 2) {
            return NONE;
        }
        var pairs = new String[namesAndValues.length / 2 * 2];
        var length = 0;
        for (var i = 0; i < pairs.length; i += 2) {
            var name = namesAndValues[i].toString();
            var at = length;
            while (at > 0 && pairs[at - 2].compareTo(name) >= 0) {
                at -= 2;
            }
            if (at == length || !pairs[at].equals(name)) {
                System.arraycopy(pairs, at, pairs, at + 2, length - at);
                length += 2;
            }
            pairs[at] = name;
            pairs[at + 1] = namesAndValues[i + 1].toString();
        }
        return new PhraseValues(length == pairs.length ? pairs : Arrays.copyOf(pairs, length));
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (var i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return pairs.length / 2;
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Each(pairs);
            }
        };
    }

    private static final class Each implements Iterator<Map.Entry<String, String>> {

        private final String[] pairs;
        private int next;

        Each(String[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public boolean hasNext() {
            return next < pairs.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry(pairs[next - 2], pairs[next - 1]);
        }
    }
}
