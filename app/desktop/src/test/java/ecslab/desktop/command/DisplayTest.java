package ecslab.desktop.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void withoutADisplayOneLineNamesWhatNeedsNone() {
        var bad = assertThrows(BadUse.class, () -> Display.check("Linux", "", Map.of()));

        assertEquals(
                "ecslab: there is no display to open the window on. Set DISPLAY, or use what needs"
                        + " none: ecslab simulate SCENARIO.json, ecslab shot SCENARIO.json --at T"
                        + " --out FILE.png",
                bad.line());
    }

    @Test
    void anEmptyVariableNamesNoDisplay() {
        assertThrows(BadUse.class, () -> Display.check("Linux", "", Map.of("DISPLAY", " ")));
    }

    @Test
    void eitherVariableNamesADisplay() {
        assertDoesNotThrow(() -> Display.check("Linux", "", Map.of("DISPLAY", ":0")));
        assertDoesNotThrow(() -> Display.check("Linux", "", Map.of("WAYLAND_DISPLAY", "w-0")));
    }

    @Test
    void windowsAndMacNeedNoVariable() {
        assertDoesNotThrow(() -> Display.check("Windows 11", "", Map.of()));
        assertDoesNotThrow(() -> Display.check("Mac OS X", "", Map.of()));
    }

    @Test
    void headlessPlatformNeedsNoDisplay() {
        assertDoesNotThrow(() -> Display.check("Linux", "Headless", Map.of()));
    }
}
