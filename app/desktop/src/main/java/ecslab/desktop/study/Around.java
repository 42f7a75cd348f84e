package ecslab.desktop.study;

import ecslab.learn.LessonSession;
import ecslab.stage.Selection;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import java.util.function.Consumer;

/// What studying needs of the window.
///
/// @param runs opens the runs of lessons
/// @param playback hears each run that is to be shown from now on
/// @param left run when a lesson is left
public record Around(
        Words words,
        Selection selection,
        LessonSession.Runs runs,
        Consumer<Playback> playback,
        Runnable left) {}
