package ecslab.lesson.read;

import ecslab.wire.text.Language;
import java.util.Locale;

/// How much a reader can take in at once.
final class TextLength {

    static final int WORDS_MAX = 60;
    static final int CHARACTERS_MAX = 200;

    private TextLength() {}

    private static final String LINK_TARGET = "]\\([^)]*\\)";

    /// In words of English, in characters of Korean; blanks, signs of Markdown and the targets of
    /// links not counted.
    static int of(Language language, String text) {
        var plain = text.replaceAll(LINK_TARGET, "").replaceAll("[`*\\[]", "").strip();
        return switch (language.written()) {
            case KOREAN -> (int) plain.codePoints().filter(c -> !Character.isWhitespace(c)).count();
            case ENGLISH, PSEUDO -> plain.isEmpty() ? 0 : plain.split("\\s+").length;
        };
    }

    static int max(Language language) {
        return language.written() == Language.KOREAN ? CHARACTERS_MAX : WORDS_MAX;
    }

    /// Such as `61 English words`.
    static String said(Language language, int length) {
        var unit = language.written() == Language.KOREAN ? "characters" : "words";
        var name = language.written().name().toLowerCase(Locale.ROOT);
        return length
                + " "
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1)
                + " "
                + unit;
    }
}
