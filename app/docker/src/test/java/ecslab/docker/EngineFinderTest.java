package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ecslab.docker.EngineFinder.Place;
import ecslab.docker.Finding.Kind;
import ecslab.docker.Finding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Engines are found where each product puts them; what can't be used is explained. No engine is
/// needed for this.
class EngineFinderTest {

    @TempDir private Path folder;

    @Test
    void everyProductIsFoundInItsPlace() throws IOException {
        var desktop = file(".docker/run/docker.sock", "");
        var colima = file(".colima/default/docker.sock", "");
        var podman = file("podman/podman.sock", "");
        var usual = file("var/run/docker.sock", "");
        var rootless = file("docker.sock", "");
        assertEquals(
                List.of(
                        new Place(Kind.DOCKER_HOST, "tcp://build:2375"),
                        new Place(Kind.SOCKET, "unix://" + usual),
                        new Place(Kind.DESKTOP, "unix://" + desktop),
                        new Place(Kind.COLIMA, "unix://" + colima),
                        new Place(Kind.ROOTLESS, "unix://" + rootless),
                        new Place(Kind.PODMAN, "unix://" + podman)),
                finder(
                                Map.of(
                                        "DOCKER_HOST",
                                        "tcp://build:2375",
                                        "XDG_RUNTIME_DIR",
                                        folder.toString()))
                        .places());
    }

    @Test
    void contextThatIsChosenIsFollowed() throws IOException {
        file(".docker/config.json", "{\"currentContext\": \"desktop-linux\"}");
        // sha256 of `desktop-linux`, as Docker names the folder.
        file(
                ".docker/contexts/meta/"
                        + "fe9c6bd7a66301f49ca9b6a70b217107cd1284598bfc254700c989b916da791e"
                        + "/meta.json",
                "{\"Endpoints\": {\"docker\": {\"Host\": \"unix:///there/docker.sock\"}}}");
        assertEquals(
                List.of(new Place(Kind.CONTEXT, "unix:///there/docker.sock")),
                finder(Map.of()).places());
    }

    @Test
    void windowsHasANamedPipe() {
        assertEquals(
                List.of(new Place(Kind.NAMED_PIPE, "npipe:////./pipe/docker_engine")),
                new EngineFinder(Map.of(), folder, folder, true).places());
    }

    @Test
    void deadSocketIsSilentAndOneElsewhereIsNotAsked() throws IOException {
        file("var/run/docker.sock", "");
        var found = finder(Map.of("DOCKER_HOST", "tcp://build:2375")).find();
        assertInstanceOf(State.Elsewhere.class, found.getFirst().state());
        assertInstanceOf(State.Silent.class, found.getLast().state());
    }

    @Test
    void withoutAnySignNothingIsFound() {
        assertEquals(List.of(), finder(Map.of()).find());
    }

    private EngineFinder finder(Map<String, String> environment) {
        return new EngineFinder(environment, folder, folder, false);
    }

    private Path file(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
