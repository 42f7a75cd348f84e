package ecslab.wire.text;

import java.util.Arrays;
import java.util.Optional;

/// A language that the product speaks.
public enum Language {
    ENGLISH("en", "English"),
    KOREAN("ko", "한국어"),
    /// English with every text said twice: what is clipped in it will be clipped in some language.
    PSEUDO("xa", "English English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /// As `--lang` takes it.
    public String code() {
        return code;
    }

    /// What the language calls itself.
    public String ownName() {
        return ownName;
    }

    /// Whose files are read: pseudo texts are made from the English ones.
    public Language written() {
        return this == PSEUDO ? ENGLISH : this;
    }

    /// Empty if no language has this code.
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
