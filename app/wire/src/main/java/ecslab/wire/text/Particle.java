package ecslab.wire.text;

import java.util.Arrays;
import java.util.Optional;

/// A Korean particle with its two forms. Which of them is right depends on the word before it.
enum Particle {
    SUBJECT("이", "가", "이(가)"),
    OBJECT("을", "를", "을(를)"),
    TOPIC("은", "는", "은(는)"),
    WITH("과", "와", "과(와)"),
    CALLED("이라는", "라는", "(이)라는"),
    /// Also for the means; after ㄹ it is 로.
    TOWARDS("으로", "로", "(으)로");

    private final String afterConsonant;
    private final String afterVowel;
    private final String undecided;

    Particle(String afterConsonant, String afterVowel, String undecided) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
        this.undecided = undecided;
    }

    /// As texts write it: `을/를`.
    String written() {
        return afterConsonant + "/" + afterVowel;
    }

    static Optional<Particle> ofWritten(String written) {
        return Arrays.stream(values()).filter(one -> one.written().equals(written)).findFirst();
    }

    String after(String word) {
        return switch (Pronunciation.endingOf(word)) {
            case VOWEL -> afterVowel;
            case CONSONANT -> afterConsonant;
            case RIEUL -> this == TOWARDS ? afterVowel : afterConsonant;
            case UNKNOWN -> undecided;
        };
    }
}
