package ecslab.desktop.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder that keeps settings and the log of our own errors. It is made when first written to.
public record Home(Path folder) {

    /// The platform's usual folder for what an application keeps for its user.
    ///
    /// @param osName the system property `os.name`
    /// @param userHome the system property `user.home`
    /// @param environment by name
    public static Home usual(String osName, String userHome, Map<String, String> environment) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            var base = given(environment, "APPDATA");
            return new Home(
                    base.orElse(Path.of(userHome, "AppData", "Roaming")).resolve("ECS Lab"));
        }
        if (os.startsWith("mac")) {
            return new Home(Path.of(userHome, "Library", "Application Support", "ECS Lab"));
        }
        var base = given(environment, "XDG_DATA_HOME");
        return new Home(base.orElse(Path.of(userHome, ".local", "share")).resolve("ecslab"));
    }

    public static Home usual() {
        return usual(
                System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    public Path log() {
        return folder.resolve("ecslab.log");
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
