package ecslab.desktop.home;

import ecslab.wire.text.Language;

/// What the reader has chosen.
///
/// @param textPercent [#TEXT_PERCENT_MIN] to [#TEXT_PERCENT_MAX]
/// @param reducedMotion moves become short fades
/// @param speed run seconds a second
public record Settings(
        Language language, Theme theme, int textPercent, boolean reducedMotion, double speed) {

    public static final int TEXT_PERCENT_MIN = 100;
    public static final int TEXT_PERCENT_MAX = 200;
    public static final int TEXT_PERCENT_STEP = 25;

    /// From here the window makes room by leaving out what can be found elsewhere.
    private static final int TEXT_PERCENT_LARGE = 150;

    public Settings {
        textPercent = Math.clamp(textPercent, TEXT_PERCENT_MIN, TEXT_PERCENT_MAX);
    }

    public boolean hasLargeText() {
        return textPercent >= TEXT_PERCENT_LARGE;
    }

    public Settings withLanguage(Language next) {
        return new Settings(next, theme, textPercent, reducedMotion, speed);
    }

    public Settings withTheme(Theme next) {
        return new Settings(language, next, textPercent, reducedMotion, speed);
    }

    public Settings withTextPercent(int next) {
        return new Settings(language, theme, next, reducedMotion, speed);
    }

    public Settings withReducedMotion(boolean next) {
        return new Settings(language, theme, textPercent, next, speed);
    }

    public Settings withSpeed(double next) {
        return new Settings(language, theme, textPercent, reducedMotion, next);
    }
}
