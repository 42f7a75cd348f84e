package ecslab.desktop.window;

import ecslab.desktop.window.Surroundings.FileQuestion;
import ecslab.stage.words.Words;
import ecslab.wire.run.RunFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks with the platform's own dialog.
final class FileDialog implements FileQuestion {

    private final Window owner;
    private final Words words;

    FileDialog(Window owner, Words words) {
        this.owner = owner;
        this.words = words;
    }

    @Override
    public Optional<Path> whichScenario() {
        var chooser = new FileChooser();
        chooser.setTitle(words.now("file.chooser"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                words.now("file.kind"), "*.json", "*" + RunFile.ENDING));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
