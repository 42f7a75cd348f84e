package ecslab.learn.answer;

import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.Prose;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// Something that can be chosen, or put somewhere.
///
/// @param key what an answer calls it
/// @param text what it says, without markup
public record Choice(String key, ObservableValue<String> text) {

    /// Choices that are texts of the lesson.
    public static List<Choice> ofKeys(List<String> keys, LessonWords words) {
        return keys.stream().map(key -> new Choice(key, plain(words.text(key)))).toList();
    }

    /// Choices that are values, which say themselves.
    public static List<Choice> ofValues(List<String> values) {
        return values.stream()
                .map(value -> new Choice(value, new ReadOnlyStringWrapper(value)))
                .toList();
    }

    private static ObservableValue<String> plain(ObservableValue<String> markdown) {
        return markdown.map(text -> Prose.read(text).plain());
    }
}
