package ecslab.wire.json;

import ecslab.wire.Place;
import ecslab.wire.output.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON value and where it stands.
public sealed interface Json {

    /// Where the value begins.
    Place place();

    /// As JSON in one line, without blanks.
    default String compact() {
        return JsonText.compact(this);
    }

    record Text(Place place, String value) implements Json {}

    /// A number.
    ///
    /// @param literal as it is written, since `1.0` and `1` are not the same to AWS
    record Numeral(Place place, String literal) implements Json {

        private static final int LONG_DIGITS_MAX = 18;

        /// Empty if it is written with a fraction or an exponent, or has more than 18 digits.
        public Optional<Long> whole() {
            var isWhole = literal.chars().allMatch(c -> c == '-' || Character.isDigit(c));
            return isWhole && literal.length() <= LONG_DIGITS_MAX
                    ? Optional.of(Long.valueOf(literal))
                    : Optional.empty();
        }
    }

    record Bool(Place place, boolean value) implements Json {}

    record Null(Place place) implements Json {}

    record Array(Place place, List<Json> items) implements Json {

        public Array {
            items = List.copyOf(items);
        }
    }

    /// What AWS calls a structure.
    record Struct(Place place, SequencedMap<String, Member> members) implements Json {

        public Struct {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::value);
        }

        /// Where the field's name stands; where the structure begins if it has no such field.
        public Place placeOfField(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::place).orElse(place);
        }
    }

    /// A field of a structure.
    ///
    /// @param place where the name stands
    record Member(Place place, Json value) {}

    /// Where a field stands, or as much of the way to it as is written.
    ///
    /// @param pointer a JSON pointer, such as `/containerDefinitions/0/name`; empty for the whole
    default Place placeOf(String pointer) {
        var place = place();
        var value = this;
        for (var step : List.of(pointer.substring(Math.min(1, pointer.length())).split("/", -1))) {
            var name = step.replace("~1", "/").replace("~0", "~");
            var next = value.step(name);
            if (next.isEmpty()) {
                return place;
            }
            place = next.get().place();
            value = next.get().value();
        }
        return place;
    }

    private Optional<Member> step(String name) {
        return switch (this) {
            case Struct(_, var members) -> Optional.ofNullable(members.get(name));
            case Array(_, var items) -> item(items, name);
            case Text _, Numeral _, Bool _, Null _ -> Optional.empty();
        };
    }

    private static Optional<Member> item(List<Json> items, String index) {
        for (var i = 0; i < items.size(); i++) {
            if (index.equals(String.valueOf(i))) {
                return Optional.of(new Member(items.get(i).place(), items.get(i)));
            }
        }
        return Optional.empty();
    }
}
