package ecslab.desktop.study;

import ecslab.lesson.Lesson;
import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lessons of a folder: each is a folder in it with a `lesson.json`.
///
/// @param folder such as the project's `lessons`
public record LessonShelf(Path folder) {

    /// Something found in the folder.
    public sealed interface Found {

        record Good(Lesson lesson) implements Found {}

        /// A lesson that somebody is still writing.
        ///
        /// @param name the folder's
        record Bad(String name, List<Problem> problems) implements Found {}
    }

    /// Reads all lessons, in order of their folders' names; none if the folder can't be read.
    public List<Found> found() {
        try (var folders = Files.list(folder)) {
            return folders.filter(LessonReader::isLesson).sorted().map(LessonShelf::read).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Found read(Path folder) {
        try {
            return new Found.Good(LessonReader.read(folder));
        } catch (BadInput bad) {
            return new Found.Bad(String.valueOf(folder.getFileName()), bad.problems());
        }
    }
}
