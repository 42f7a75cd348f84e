package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.fail;

import ecslab.desktop.live.LiveDesk;
import ecslab.docker.Finding;
import ecslab.stage.picture.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// What the tests of live mode share: the engine of this computer, and pictures of the window.
final class LivePictures {

    private LivePictures() {}

    /// The engines of this computer; a test without any is skipped, unless they are required.
    static List<Finding> engine() {
        var found = LiveDesk.thisComputer().get();
        if (found.stream().noneMatch(Finding::answers)) {
            if ("required".equals(System.getProperty("ecslab.docker"))) {
                fail("a Docker engine is required, but there are only " + found);
            }
            Assumptions.abort("SKIPPED: no Docker engine answers. Start one to have this tested.");
        }
        return found;
    }

    /// Writes what the window shows to `target/pictures`, to be looked at.
    static void take(TestWindow it, String name) throws IOException {
        var png =
                it.onFx(() -> {
                    var root = it.window.root();
                    return Snapshot.png(root, (int) root.getWidth(), (int) root.getHeight());
                });
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures", name + ".png"), png);
    }
}
