package ecslab.learn.compose;

import ecslab.learn.compose.Known.Suggestion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field of an action's form.
///
/// @param pointer where its value stands in the command's JSON, as a JSON Pointer (RFC 6901)
/// @param rank how soon it is shown
record Field(String pointer, Kind kind, Rank rank) {

    /// What is suggested where only the writer can know.
    static final Function<Known, List<Suggestion>> NOTHING = _ -> List.of();

    /// How soon a field is shown.
    enum Rank {
        /// AWS asks for it.
        REQUIRED,
        USUAL,
        /// Shown when somebody asks for more fields.
        RARE
    }

    /// What a field takes.
    sealed interface Kind {

        /// A text; what there is can be suggested.
        record Text(Function<Known, List<Suggestion>> suggestions) implements Kind {}

        /// A whole number.
        record Whole(List<String> suggestions) implements Kind {}

        /// One of these words, or none.
        record OneOf(List<String> words) implements Kind {}

        /// Some of these, as a list.
        record SomeOf(Function<Known, List<Suggestion>> words) implements Kind {}

        /// True, false or left out.
        record Flag() implements Kind {}

        /// JSON of its own.
        record Document() implements Kind {}
    }

    /// AWS's name of the field.
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /// What it stands in, such as `networkConfiguration.awsvpcConfiguration`; empty at the top.
    String group() {
        var parts = pointer.substring(1, Math.max(1, pointer.lastIndexOf('/')));
        return Stream.of(parts.split("/"))
                .map(part -> part.matches("\\d+") ? "[" + part + "]" : "." + part)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /// The key of what it means.
    String help() {
        var path = pointer.substring(1).replaceAll("/\\d+", "").replace('/', '.');
        return "learn.field." + path;
    }

    static Field text(String pointer, Rank rank) {
        return text(pointer, rank, NOTHING);
    }

    static Field text(String pointer, Rank rank, Function<Known, List<Suggestion>> suggestions) {
        return new Field(pointer, new Kind.Text(suggestions), rank);
    }

    /// A text that is usually one of these.
    static Field usually(String pointer, Rank rank, String... values) {
        var suggestions = Stream.of(values).map(value -> new Suggestion(value, "")).toList();
        return text(pointer, rank, _ -> suggestions);
    }

    static Field whole(String pointer, Rank rank, String... suggestions) {
        return new Field(pointer, new Kind.Whole(List.of(suggestions)), rank);
    }

    static Field oneOf(String pointer, Rank rank, String... words) {
        return new Field(pointer, new Kind.OneOf(List.of(words)), rank);
    }

    static Field someOf(String pointer, Rank rank, String... words) {
        var all = Stream.of(words).map(word -> new Suggestion(word, "")).toList();
        return new Field(pointer, new Kind.SomeOf(_ -> all), rank);
    }

    static Field subnets(String pointer, Rank rank) {
        return new Field(pointer, new Kind.SomeOf(Known::subnets), rank);
    }

    static Field flag(String pointer, Rank rank) {
        return new Field(pointer, new Kind.Flag(), rank);
    }

    static Field document(String pointer, Rank rank) {
        return new Field(pointer, new Kind.Document(), rank);
    }
}
