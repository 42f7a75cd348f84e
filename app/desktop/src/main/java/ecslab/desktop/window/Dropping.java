package ecslab.desktop.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes a scenario file that is dropped on the window.
final class Dropping {

    private final Consumer<Path> dropped;

    Dropping(Consumer<Path> dropped) {
        this.dropped = dropped;
    }

    void on(Node target) {
        target.setOnDragOver(event -> {
            if (file(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> {
            var file = file(event);
            file.ifPresent(dropped);
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> file(DragEvent event) {
        return event.getDragboard().getFiles().stream().findFirst().map(File::toPath);
    }
}
