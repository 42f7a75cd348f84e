package ecslab.wire.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.Latencies;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Records of [ecslab.ecs] as JSON that leads back to them: each with its components by name, and
/// where the type alone doesn't say which record it is, with `$` and its name.
///
/// Written for run files, which only this program reads. What others read is written by
/// [ecslab.wire.event.EventJson].
final class RecordJson {

    private static final String KIND = "$";
    private static final String HOME = "ecslab.ecs.";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordJson() {}

    static JsonNode write(Object value, Type as) {
        return switch (value) {
            case String text -> JSON.textNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            case Enum<?> word -> JSON.textNode(word.name());
            case Duration span -> JSON.textNode(span.toString());
            case Instant moment -> JSON.textNode(moment.toString());
            case Latencies some -> latencies(some);
            case Optional<?> maybe -> array(maybe.stream().toList(), argument(as, 0));
            case Collection<?> all -> array(all, argument(as, 0));
            case Map<?, ?> map -> map(map, as);
            case Record some -> object(some, as);
            default -> throw new IllegalArgumentException(value.getClass() + " isn't a record");
        };
    }

    /// Bucket and count of each that isn't empty.
    private static ArrayNode latencies(Latencies some) {
        var counts = Latencies.empty();
        some.addTo(counts);
        var array = JSON.arrayNode();
        for (var bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                array.add(bucket).add(counts[bucket]);
            }
        }
        return array;
    }

    private static Latencies latencies(JsonNode json) {
        var counts = Latencies.empty();
        for (var i = 0; i + 1 < json.size(); i += 2) {
            counts[json.get(i).asInt()] = json.get(i + 1).asInt();
        }
        return Latencies.of(counts);
    }

    private static ArrayNode array(Collection<?> all, Type as) {
        var array = JSON.arrayNode();
        all.forEach(one -> array.add(write(one, as)));
        return array;
    }

    private static ArrayNode map(Map<?, ?> map, Type as) {
        var pairs = JSON.arrayNode();
        map.forEach((key, value) ->
                pairs.addArray()
                        .add(write(key, argument(as, 0)))
                        .add(write(value, argument(as, 1))));
        return pairs;
    }

    private static ObjectNode object(Record some, Type as) {
        var object = JSON.objectNode();
        if (raw(as) != some.getClass()) {
            object.put(KIND, some.getClass().getName().substring(HOME.length()));
        }
        for (var component : some.getClass().getRecordComponents()) {
            object.set(component.getName(), write(get(some, component), resolved(component, as)));
        }
        return object;
    }

    private static Object get(Record some, RecordComponent component) {
        try {
            return component.getAccessor().invoke(some);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(some.getClass() + " can't be read", broken);
        }
    }

    /// @throws IllegalArgumentException if it isn't what [#write] has written
    static Object read(JsonNode json, Type as) {
        var type = raw(as);
        if (type == String.class) {
            return json.asText();
        } else if (type == boolean.class || type == Boolean.class) {
            return json.asBoolean();
        } else if (type == int.class || type == Integer.class) {
            return json.asInt();
        } else if (type == long.class || type == Long.class) {
            return json.asLong();
        } else if (type == double.class || type == Double.class) {
            return json.asDouble();
        } else if (type == Latencies.class) {
            return latencies(json);
        } else if (type == Duration.class) {
            return Duration.parse(json.asText());
        } else if (type == Instant.class) {
            return Instant.parse(json.asText());
        } else if (type.isEnum()) {
            return word(type, json.asText());
        } else if (type == Optional.class) {
            return all(json, argument(as, 0)).stream().findFirst();
        } else if (Map.class.isAssignableFrom(type)) {
            return map(json, as, type);
        } else if (Set.class.isAssignableFrom(type)) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(all(json, argument(as, 0))));
        } else if (Collection.class.isAssignableFrom(type)) {
            return List.copyOf(all(json, argument(as, 0)));
        }
        return some(json, as, type);
    }

    private static Object word(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
    }

    private static List<Object> all(JsonNode json, Type as) {
        var all = new ArrayList<>();
        json.forEach(one -> all.add(read(one, as)));
        return all;
    }

    private static Map<Object, Object> map(JsonNode json, Type as, Class<?> type) {
        var key = raw(argument(as, 0));
        Map<Object, Object> map =
                SortedMap.class.isAssignableFrom(type)
                        ? new TreeMap<>()
                        : key.isEnum() ? enumMap(key) : new LinkedHashMap<>();
        json.forEach(pair ->
                map.put(read(pair.get(0), argument(as, 0)), read(pair.get(1), argument(as, 1))));
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Which enum it is, only the type knows.
    private static Map<Object, Object> enumMap(Class<?> key) {
        return new EnumMap(key);
    }

    private static Object some(JsonNode json, Type as, Class<?> declared) {
        var type = json.has(KIND) ? named(json.get(KIND).asText()) : declared;
        if (!type.isRecord() || !declared.isAssignableFrom(type)) {
            throw new IllegalArgumentException(type + " isn't a record that is a " + declared);
        }
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (var i = 0; i < components.length; i++) {
            var value = json.get(components[i].getName());
            if (value == null) {
                throw new IllegalArgumentException(
                        type + " has a " + components[i].getName() + ", which isn't there");
            }
            types[i] = components[i].getType();
            values[i] = read(value, resolved(components[i], as));
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException(type + " can't be made", broken);
        }
    }

    /// Nothing but a record of the vocabulary, so that no file makes anything else.
    private static Class<?> named(String name) {
        try {
            return Class.forName(HOME + name, false, RecordJson.class.getClassLoader());
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("there is no " + name, unknown);
        }
    }

    /// The type of a component, where the record's own type parameters are those of `as`.
    private static Type resolved(RecordComponent component, Type as) {
        var type = component.getGenericType();
        if (type instanceof TypeVariable<?> variable) {
            var all = variable.getGenericDeclaration().getTypeParameters();
            return argument(as, Arrays.asList(all).indexOf(variable));
        }
        return type;
    }

    private static Type argument(Type type, int n) {
        return type instanceof ParameterizedType known
                ? known.getActualTypeArguments()[n]
                : Object.class;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> known -> known;
            case ParameterizedType known -> (Class<?>) known.getRawType();
            default -> Object.class;
        };
    }
}
