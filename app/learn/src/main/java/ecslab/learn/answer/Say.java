package ecslab.learn.answer;

import ecslab.learn.prose.LessonWords;
import ecslab.lesson.play.Notice;
import java.util.function.Consumer;

/// What a board needs to explain an answer.
///
/// @param showMe hears which notice is to be proved
public record Say(LessonWords words, Consumer<Notice> showMe) {}
