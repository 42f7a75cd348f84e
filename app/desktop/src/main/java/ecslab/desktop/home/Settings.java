package ecslab.desktop.home;

import ecslab.wire.text.Language;
import java.util.Arrays;
import java.util.Optional;

/// What the reader has chosen.
///
/// @param textPercent [#TEXT_PERCENT_MIN] to [#TEXT_PERCENT_MAX]
/// @param reducedMotion moves become short fades
/// @param speed run seconds a second
/// @param inspector whether the inspector is folded; as long as nobody has said so, the window's
///   width says it
/// @param live how much live mode may take
public record Settings(
        Language language,
        Theme theme,
        int textPercent,
        boolean reducedMotion,
        double speed,
        Folding inspector,
        LiveLimits live) {

    /// How the reader wants a panel that can be folded.
    public enum Folding {
        UNDECIDED("undecided"),
        OPEN("open"),
        FOLDED("folded");

        private final String word;

        Folding(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Optional<Folding> ofWord(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /// Nothing decided about the inspector and live mode.
    public Settings(
            Language language, Theme theme, int textPercent, boolean reducedMotion, double speed) {
        this(
                language,
                theme,
                textPercent,
                reducedMotion,
                speed,
                Folding.UNDECIDED,
                LiveLimits.USUAL);
    }

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
        return new Settings(next, theme, textPercent, reducedMotion, speed, inspector, live);
    }

    public Settings withTheme(Theme next) {
        return new Settings(language, next, textPercent, reducedMotion, speed, inspector, live);
    }

    public Settings withTextPercent(int next) {
        return new Settings(language, theme, next, reducedMotion, speed, inspector, live);
    }

    public Settings withReducedMotion(boolean next) {
        return new Settings(language, theme, textPercent, next, speed, inspector, live);
    }

    public Settings withSpeed(double next) {
        return new Settings(language, theme, textPercent, reducedMotion, next, inspector, live);
    }

    public Settings withInspector(Folding next) {
        return new Settings(language, theme, textPercent, reducedMotion, speed, next, live);
    }

    public Settings withLive(LiveLimits next) {
        return new Settings(language, theme, textPercent, reducedMotion, speed, inspector, next);
    }
}
