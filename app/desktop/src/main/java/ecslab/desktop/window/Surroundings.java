package ecslab.desktop.window;

import ecslab.desktop.home.ErrorLog;
import java.nio.file.Path;
import java.util.Optional;

/// What a window is given from outside, so that tests and shots can give it something else.
///
/// @param shelf the scenarios at hand
/// @param opener how they are started
/// @param files how the reader is asked for a file
/// @param errors where our own mistakes are kept
/// @param settingsFile as it is shown
public record Surroundings(
        Chosen chosen,
        ScenarioShelf shelf,
        Opener opener,
        FileQuestion files,
        ErrorLog errors,
        String settingsFile) {

    /// Asks the reader for a file.
    public interface FileQuestion {

        /// Empty if the reader changed their mind.
        Optional<Path> whichScenario();
    }
}
