package ecslab.lesson.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.Answer;
import ecslab.lesson.Focus;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.LessonFolder;
import ecslab.lesson.Samples;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.Rehearsal;
import ecslab.lesson.progress.ProgressStore.Note;
import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Lesson LESSON = Samples.lesson();

    @TempDir private Path home;

    @Test
    void everythingComesBack() {
        var journey = journeyWithAllKindsOfAnswers();
        var store = ProgressStore.open(home);
        assertTrue(
                store.change(old ->
                        old.withJourney(LESSON, journey)
                                .withJourney(LESSON, Journey.beginning(new Part.LabAt(Level.HINTS)))
                                .withFinished(LESSON, new Part.Steps(), TODAY)
                                .withAnswer(LESSON, "L03.1", false, TODAY)
                                .withAnswer(LESSON, "L03.2", true, TODAY)));
        var again = ProgressStore.open(home);
        assertEquals(store.progress(), again.progress());
        assertEquals(Optional.of(journey), again.progress().journey(LESSON, new Part.Steps()));
        assertTrue(again.progress().of(LESSON).isFinished(new Part.Steps()));
        assertEquals(List.of("L03.1"), again.progress().missed().due(TODAY.plusDays(1)));
        assertEquals(new Note.AllKept(), again.note());
        assertEquals(List.of("progress.json"), filesIn(home));
    }

    @Test
    void nothingIsThereAtFirst() {
        var store = ProgressStore.open(home.resolve("not/yet"));
        assertEquals(Progress.none(), store.progress());
        assertEquals(new Note.AllKept(), store.note());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 2, \"lessons\": {}, \"missed\": {}}",
                "{\"version\": 1, \"lessons\": {\"L03\": {\"journeys\": {\"steps\": {}}}}}",
                "{\"version\": 1, \"lessons\": {}, \"missed\": {\"a\": {\"stage\": 9, \"due\": 1}}}"
            })
    void whatCanNotBeReadIsKeptAside(String content) throws IOException {
        Files.writeString(home.resolve("progress.json"), content);
        Files.writeString(home.resolve("progress-damaged-1.json"), "an earlier one");
        var store = ProgressStore.open(home);
        assertEquals(Progress.none(), store.progress());
        var note = assertInstanceOf(Note.Damaged.class, store.note());
        assertEquals("progress-damaged-2.json", note.keptAs());
        assertFalse(note.what().isEmpty());
        assertEquals(content, Files.readString(home.resolve("progress-damaged-2.json")));
        assertTrue(store.change(old -> old.withAnswer(LESSON, "L03.1", true, TODAY)));
    }

    @Test
    void whatCanNotBeWrittenStaysInMemoryAndIsSaid() throws IOException {
        var blocked = home.resolve("blocked");
        Files.writeString(blocked, "a file where the folder should be");
        var store = ProgressStore.open(blocked);
        assertFalse(store.change(old -> old.withAnswer(LESSON, "L03.1", false, TODAY)));
        assertInstanceOf(Note.NotWritten.class, store.note());
        assertEquals(1, store.progress().missed().cards().size());

        Files.delete(blocked);
        assertTrue(store.change(old -> old));
        assertEquals(new Note.AllKept(), store.note());
        assertEquals(store.progress(), ProgressStore.open(blocked).progress());
    }

    @Test
    void aCrashWhileWritingLeavesTheOldFile() throws IOException {
        var store = ProgressStore.open(home);
        store.change(old -> old.withAnswer(LESSON, "L03.1", false, TODAY));
        var written = store.progress();
        Files.writeString(home.resolve("progress-123.tmp"), "{\"version\": 1, \"les");
        assertEquals(written, ProgressStore.open(home).progress());
    }

    @Test
    void lessonThatWasChangedBeginsAnew(@TempDir Path lessons) throws BadInput {
        var store = ProgressStore.open(home);
        store.change(old ->
                old.withJourney(LESSON, Journey.beginning(new Part.Steps()))
                        .withFinished(LESSON, new Part.Steps(), TODAY));
        var folder = LessonFolder.copyTo(lessons);
        assertTrue(isKept(store, LessonReader.read(folder.path())));
        folder.with("text.en.json", "\"Nothing\"", "\"Nothing at all\"");
        assertTrue(isKept(store, LessonReader.read(folder.path())));
        folder.with("scenario.json", "\"seed\": 7", "\"seed\": 8");
        var changed = LessonReader.read(folder.path());
        assertFalse(isKept(store, changed));
        assertTrue(store.progress().of(changed).isFinished(new Part.Steps()));
    }

    private static boolean isKept(ProgressStore store, Lesson lesson) {
        return store.progress().journey(lesson, new Part.Steps()).isPresent();
    }

    /// A learner who answers everything, wrongly where that is possible, and goes back to act
    /// otherwise.
    private static Journey journeyWithAllKindsOfAnswers() {
        var player = Player.begin(LESSON, new Part.Steps(), Samples.RUNS);
        var rehearsal = new Rehearsal(player, Samples.RUNS);
        player.putAway("cluster");
        while (!rehearsal.state().isFinished()) {
            rehearsal.play();
            if (rehearsal.state().canCommit()) {
                var offer = rehearsal.state().offered();
                player.commit(new Answer.Chosen(offer.items()));
                player.commit(new Answer.Paired(new TreeMap<>(Map.of("a", ""))));
                player.commit(new Answer.Written(""));
                player.commit(new Answer.Ordered(offer.items()));
            }
            if (!rehearsal.state().canGoOn()) {
                player.hint();
                player.opened(Focus.Part.JSON);
                player.skip();
            }
            player.next();
        }
        player.goTo(1);
        player.replay();
        return player.journey();
    }

    private static List<String> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
