package ecslab.desktop.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import ecslab.assets.Assets;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses a scene: theme, bundled fonts, size of text.
public final class Look {

    private static final int TEXT_PIXELS = 14;
    private static final int ICON_PERCENT = 130;
    private static final int RAIL_ICON_PERCENT = 160;
    private static final int ANY_SIZE = 12;
    private static final List<String> FONTS =
            List.of(
                    "fonts/pretendard/Pretendard-Regular.otf",
                    "fonts/pretendard/Pretendard-SemiBold.otf",
                    "fonts/pretendard/Pretendard-Bold.otf",
                    "fonts/d2coding/D2Coding.ttf");

    private Look() {}

    /// Makes the bundled fonts known: the only ones that surely have Hangul.
    public static void loadFonts() {
        for (var font : FONTS) {
            Font.loadFont(Assets.url(font).toExternalForm(), ANY_SIZE);
        }
    }

    /// Takes a theme for all windows. What was built under another theme may look a trifle
    /// otherwise, so this comes first.
    public static void take(Theme theme) {
        var sheet =
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
                    case DARK, CONTRAST -> new PrimerDark().getUserAgentStylesheetBSS();
                };
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /// Whether both are dressed alike. To dress a scene anew costs more than all else that a
    /// changed setting leads to: every part of it looks for its style again.
    static boolean isSame(Settings one, Settings other) {
        return one.theme() == other.theme() && one.textPercent() == other.textPercent();
    }

    public static void dress(Scene scene, Settings settings) {
        var theme = settings.theme();
        take(theme);
        var pixels = TEXT_PIXELS * settings.textPercent() / 100;
        scene.getStylesheets().setAll(own("window.css"), icons(pixels));
        if (theme == Theme.CONTRAST) {
            scene.getStylesheets().add(own("contrast.css"));
        }
        scene.getRoot().setStyle("-fx-font-size: " + pixels + "px;");
        scene.getRoot().getStyleClass().removeAll("light", "dark", "contrast", "large-text");
        scene.getRoot().getStyleClass().add(theme.word());
        if (settings.hasLargeText()) {
            scene.getRoot().getStyleClass().add("large-text");
        }
    }

    /// An icon's size can't be said in em: it sets the size of the text that it is made of, and
    /// grows without end.
    private static String icons(int textPixels) {
        var css =
                ".ikonli-font-icon { -fx-icon-size: "
                        + textPixels * ICON_PERCENT / 100
                        + "px; } .rail .ikonli-font-icon { -fx-icon-size: "
                        + textPixels * RAIL_ICON_PERCENT / 100
                        + "px; }";
        var bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String own(String name) {
        return Objects.requireNonNull(Look.class.getResource(name)).toExternalForm();
    }
}
