package ecslab.desktop.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {

    private static final String USER = Path.of("users", "mina").toString();

    @Test
    void linuxKeepsItWithTheUsersData() {
        assertEquals(
                new Home(Path.of(USER, ".local", "share", "ecslab")),
                Home.usual("Linux", USER, Map.of()));
    }

    @Test
    void linuxObeysTheFreedesktopVariable() {
        assertEquals(
                new Home(Path.of("data", "ecslab")),
                Home.usual("Linux", USER, Map.of("XDG_DATA_HOME", "data")));
    }

    @Test
    void macKeepsItInApplicationSupport() {
        assertEquals(
                new Home(Path.of(USER, "Library", "Application Support", "ECS Lab")),
                Home.usual("Mac OS X", USER, Map.of()));
    }

    @Test
    void windowsKeepsItInTheRoamingProfile() {
        assertEquals(
                new Home(Path.of("roaming", "ECS Lab")),
                Home.usual("Windows 11", USER, Map.of("APPDATA", "roaming")));
    }
}
