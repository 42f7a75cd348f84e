package ecslab.desktop.window;

import ecslab.desktop.home.ErrorLog;
import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.study.Bookmarks;
import ecslab.desktop.study.LessonShelf;
import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.learn.LessonSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What a window is given from outside, so that tests and shots can give it something else.
///
/// @param shelf the scenarios at hand
/// @param lessons the lessons at hand
/// @param bookmarks what the learner has done in them
/// @param start starts a run of a scenario, on any thread
/// @param runs opens the runs of lessons
/// @param opener how they are started
/// @param files how the reader is asked for a file
/// @param errors where our own mistakes are kept
/// @param settingsFile as it is shown
/// @param live where live clusters are started
public record Surroundings(
        Chosen chosen,
        ScenarioShelf shelf,
        LessonShelf lessons,
        Bookmarks bookmarks,
        Function<Scenario, Run> start,
        LessonSession.Runs runs,
        Opener opener,
        FileQuestion files,
        ErrorLog errors,
        String settingsFile,
        LiveDesk live) {

    /// Asks the reader for a file.
    public interface FileQuestion {

        /// Empty if the reader changed their mind.
        Optional<Path> whichScenario();
    }
}
