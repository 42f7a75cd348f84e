package ecslab.learn.prose;

import ecslab.lesson.Lesson;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// What a lesson says, in the language that the window speaks at the moment; what the views around
/// it say comes from the window's [Words].
public final class LessonWords {

    /// Where the views' own texts lie; the window's [Words] are loaded with it.
    public static final List<String> BASES = List.of("ecslab/learn");

    private final Lesson lesson;
    private final Words words;
    private final ObservableValue<Texts> texts;

    public LessonWords(Lesson lesson, Words words) {
        this.lesson = lesson;
        this.words = words;
        texts = words.texts().map(said -> lesson.texts(said.language()));
    }

    /// The window's own.
    public Words around() {
        return words;
    }

    /// A text of the lesson, as it is written: Markdown.
    public ObservableValue<String> text(String key) {
        return texts.map(said -> said.of(key));
    }

    /// The same text in the other language: who learns in Korean meets the term in English, too.
    public ObservableValue<String> inTheOtherLanguage(String key) {
        return texts.map(said -> lesson.texts(other(said.language())).of(key));
    }

    private static Language other(Language language) {
        return switch (language) {
            case ENGLISH, PSEUDO -> Language.KOREAN;
            case KOREAN -> Language.ENGLISH;
        };
    }
}
