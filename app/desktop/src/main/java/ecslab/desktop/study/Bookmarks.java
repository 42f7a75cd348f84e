package ecslab.desktop.study;

import ecslab.ecs.Phrase;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Journey;
import ecslab.lesson.progress.Progress;
import ecslab.lesson.progress.ProgressStore;
import ecslab.lesson.quiz.QuizItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the learner has done, as it is now. The screen never waits for the disk: a change is
/// written in the background. That time went on is written every now and then only, what the
/// learner did at once.
///
/// For the FX thread.
public final class Bookmarks {

    /// How much of watching a crash may cost.
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);

    private final ProgressStore store;
    private final Executor background;
    private final Supplier<LocalDate> today;
    private final LongSupplier nanoTime;
    private final AtomicReference<Optional<Progress>> unwritten =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Consumer<Phrase>> complaints = new AtomicReference<>(_ -> {});
    private Progress progress;
    private long writtenAt;

    /// Goes on from what the store has.
    ///
    /// @param background writes, one change after the other
    /// @param nanoTime says how much time has passed, such as `System::nanoTime`
    public Bookmarks(
            ProgressStore store,
            Executor background,
            Supplier<LocalDate> today,
            LongSupplier nanoTime) {
        this.store = store;
        this.background = background;
        this.today = today;
        this.nanoTime = nanoTime;
        progress = store.progress();
        writtenAt = nanoTime.getAsLong();
    }

    /// Hears what the learner should know about the file, first what opening it said. It is told on
    /// the thread that writes.
    public void onComplaint(Consumer<Phrase> listener) {
        complaints.set(listener);
        complain(store.note());
    }

    public Progress progress() {
        return progress;
    }

    public LocalDate today() {
        return today.get();
    }

    public void keep(Lesson lesson, Journey journey) {
        var before = progress.journey(lesson, journey.part());
        progress = progress.withJourney(lesson, journey);
        var isDeed = before.filter(known -> isSameBesidesTime(known, journey)).isEmpty();
        unwritten.set(Optional.of(progress));
        if (isDeed || nanoTime.getAsLong() - writtenAt > WRITTEN_EVERY.toNanos()) {
            writeSoon();
        }
    }

    public void finished(Lesson lesson, Part part) {
        change(now -> now.withFinished(lesson, part, today.get()));
    }

    public void answered(Lesson lesson, QuizItem item, boolean isRight) {
        change(now -> now.withAnswer(lesson, item.tags().id(), isRight, today.get()));
    }

    /// Writes what isn't written yet, and waits until it is.
    public void close() {
        write();
    }

    private void change(UnaryOperator<Progress> change) {
        progress = change.apply(progress);
        unwritten.set(Optional.of(progress));
        writeSoon();
    }

    private static boolean isSameBesidesTime(Journey before, Journey now) {
        return before.kept().equals(now.kept())
                && before.putAway().equals(now.putAway())
                && before.present().place().equals(now.present().place())
                && before.present().visits().equals(now.present().visits())
                && before.present().commands().equals(now.present().commands());
    }

    private void writeSoon() {
        writtenAt = nanoTime.getAsLong();
        background.execute(this::write);
    }

    private void write() {
        synchronized (store) {
            unwritten
                    .getAndSet(Optional.empty())
                    .ifPresent(next -> {
                        if (!store.change(_ -> next)) {
                            complain(store.note());
                        }
                    });
        }
    }

    private void complain(ProgressStore.Note note) {
        switch (note) {
            case ProgressStore.Note.AllKept() -> {}
            case ProgressStore.Note.Damaged(var keptAs, var what) ->
                    tell(Phrase.of("progress.damaged", "file", keptAs, "what", what));
            case ProgressStore.Note.NotWritten(var what) ->
                    tell(Phrase.of("progress.notWritten", "what", what));
        }
    }

    private void tell(Phrase what) {
        complaints.get().accept(what);
    }
}
