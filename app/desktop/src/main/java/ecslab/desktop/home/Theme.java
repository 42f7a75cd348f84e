package ecslab.desktop.home;

import java.util.Arrays;
import java.util.Optional;

/// How the window looks.
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    /// Black and white with strong borders, for those who see little contrast.
    CONTRAST("contrast");

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    /// As `--theme` and the settings file write it.
    public String word() {
        return word;
    }

    public static Optional<Theme> ofWord(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word.equals(word)).findFirst();
    }
}
