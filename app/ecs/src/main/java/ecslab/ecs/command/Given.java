package ecslab.ecs.command;

/// A field of a command that may be left out. Left out is not null and not 0: ECS has defaults of
/// its own for what is not given, and UpdateService keeps what is not given.
public sealed interface Given<T> {

    /// The caller left the field out.
    record Absent<T>() implements Given<T> {}

    /// The caller wrote a value.
    record Value<T>(T value) implements Given<T> {}

    static <T> Given<T> absent() {
        return new Absent<>();
    }

    static <T> Given<T> of(T value) {
        return new Value<>(value);
    }

    default T orElse(T otherwise) {
        return switch (this) {
            case Absent<T>() -> otherwise;
            case Value<T>(var value) -> value;
        };
    }

    default boolean isGiven() {
        return this instanceof Value<T>;
    }
}
