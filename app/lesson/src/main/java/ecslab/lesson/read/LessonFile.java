package ecslab.lesson.read;

import ecslab.lesson.Lesson;
import ecslab.wire.Place;
import java.util.List;

/// A lesson, and where its beats are written.
///
/// @param beats for each step, for each of its beats
/// @param lab where the lab is
/// @param quiz for each of its items
public record LessonFile(Lesson lesson, List<List<Place>> beats, Place lab, List<Place> quiz) {}
