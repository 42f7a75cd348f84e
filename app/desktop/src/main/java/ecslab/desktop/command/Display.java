package ecslab.desktop.command;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened at all. Asked before JavaFX is, whose own answer is a stack
/// trace.
public final class Display {

    private Display() {}

    public static void check() {
        check(
                System.getProperty("os.name"),
                System.getProperty("glass.platform", ""),
                System.getenv());
    }

    /// Windows and macOS always have a display; elsewhere an environment variable names it.
    static void check(String osName, String glassPlatform, Map<String, String> environment) {
        var os = osName.toLowerCase(Locale.ROOT);
        var isNamed = isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
        var isHeadless = glassPlatform.equalsIgnoreCase("headless");
        if (!isNamed && !isHeadless && !os.startsWith("windows") && !os.startsWith("mac")) {
            throw BadUse.of(
                    "ecslab",
                    "there is no display to open the window on",
                    "Set DISPLAY, or use what needs none: ecslab simulate SCENARIO.json, ecslab"
                            + " shot SCENARIO.json --at T --out FILE.png");
        }
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
