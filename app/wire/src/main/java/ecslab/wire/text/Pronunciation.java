package ecslab.wire.text;

import java.util.Locale;
import java.util.Map;

/// How Koreans read a word aloud, as far as its end goes.
///
/// Hangul tells it by itself. Numbers are read as Sino-Korean ones. Latin letters are read one by
/// one in an abbreviation (`ECS`, `db`) and else as an English word; the rules for words are those
/// of Korean transcription, roughly, with the exceptions that our own texts meet.
final class Pronunciation {

    private static final int SYLLABLES_START = 0xAC00;
    private static final int SYLLABLES_END = 0xD7A3;
    private static final int FINALS = 28;
    private static final int FINAL_RIEUL = 8;

    /// 영 일 이 삼 사 오 육 칠 팔 구. A last 0 is read 십, 백, 천, 만 or 영, which all end alike.
    private static final String DIGIT_ENDINGS = "CRVCVVCRRV";

    private static final int ABBREVIATION_LETTERS_MAX = 3;
    private static final String VOWELS = "aeiouy";

    /// Words whose letters mislead.
    private static final Map<String, Ending> KNOWN =
            Map.ofEntries(
                    Map.entry("api", Ending.VOWEL),
                    Map.entry("cpu", Ending.VOWEL),
                    Map.entry("vcpu", Ending.VOWEL),
                    Map.entry("eni", Ending.VOWEL),
                    Map.entry("id", Ending.VOWEL),
                    Map.entry("uri", Ending.VOWEL),
                    Map.entry("iam", Ending.CONSONANT),
                    Map.entry("arn", Ending.CONSONANT),
                    Map.entry("url", Ending.RIEUL),
                    Map.entry("ecr", Ending.RIEUL),
                    Map.entry("alb", Ending.VOWEL),
                    Map.entry("nlb", Ending.VOWEL),
                    Map.entry("elb", Ending.VOWEL),
                    Map.entry("mib", Ending.VOWEL),
                    Map.entry("gib", Ending.VOWEL),
                    Map.entry("kib", Ending.VOWEL),
                    Map.entry("hub", Ending.VOWEL),
                    Map.entry("kit", Ending.VOWEL),
                    Map.entry("check", Ending.VOWEL),
                    Map.entry("get", Ending.CONSONANT),
                    Map.entry("put", Ending.CONSONANT),
                    Map.entry("any", Ending.VOWEL));

    private Pronunciation() {}

    static Ending endingOf(String word) {
        var end = word.length();
        while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            if (word.charAt(end - 1) == '%') {
                return Ending.VOWEL;
            }
            end--;
        }
        return end == 0 ? Ending.UNKNOWN : endingOf(word, end);
    }

    private static Ending endingOf(String word, int end) {
        var last = word.charAt(end - 1);
        if (last >= SYLLABLES_START && last <= SYLLABLES_END) {
            return ofSyllable(last);
        }
        if (last >= '0' && last <= '9') {
            return ofDigit(last - '0');
        }
        if (!isLatin(last)) {
            return Ending.UNKNOWN;
        }
        var start = end;
        while (start > 0 && isLatin(word.charAt(start - 1))) {
            start--;
        }
        return ofLatin(word.substring(start, end));
    }

    private static Ending ofSyllable(char syllable) {
        return switch ((syllable - SYLLABLES_START) % FINALS) {
            case 0 -> Ending.VOWEL;
            case FINAL_RIEUL -> Ending.RIEUL;
            default -> Ending.CONSONANT;
        };
    }

    private static Ending ofDigit(int digit) {
        return switch (DIGIT_ENDINGS.charAt(digit)) {
            case 'C' -> Ending.CONSONANT;
            case 'R' -> Ending.RIEUL;
            default -> Ending.VOWEL;
        };
    }

    private static Ending ofLatin(String letters) {
        var word = letters.toLowerCase(Locale.ROOT);
        var known = KNOWN.get(word);
        if (known != null) {
            return known;
        }
        return isAbbreviation(letters, word) ? ofLetterName(word) : ofWord(word);
    }

    /// A single letter, such as the name of a subnet, is called by its name.
    private static boolean isAbbreviation(String letters, String word) {
        if (letters.length() == 1) {
            return true;
        }
        var isShort = letters.length() <= ABBREVIATION_LETTERS_MAX;
        var isUpperCase = letters.equals(letters.toUpperCase(Locale.ROOT));
        return (isShort && isUpperCase) || word.chars().noneMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    /// 엘, 엠, 엔, 알; all other letters' names end on a vowel.
    private static Ending ofLetterName(String word) {
        return switch (word.charAt(word.length() - 1)) {
            case 'l', 'r' -> Ending.RIEUL;
            case 'm', 'n' -> Ending.CONSONANT;
            default -> Ending.VOWEL;
        };
    }

    private static Ending ofWord(String word) {
        var before = word.charAt(word.length() - 2);
        return switch (word.charAt(word.length() - 1)) {
            case 'l' -> Ending.RIEUL;
            case 'm', 'n', 'b', 'c' -> Ending.CONSONANT;
            case 'g' -> before == 'n' ? Ending.CONSONANT : Ending.VOWEL;
            case 'k' -> before == 'c' || word.endsWith("ook") ? Ending.CONSONANT : Ending.VOWEL;
            case 'p' -> before == 'l' || before == 'm' ? Ending.VOWEL : Ending.CONSONANT;
            case 't' -> followsShortVowel(word) ? Ending.CONSONANT : Ending.VOWEL;
            case 'e' -> ofSilentE(before);
            default -> Ending.VOWEL;
        };
    }

    /// 타깃, 버킷, but 루트, 클라이언트.
    private static boolean followsShortVowel(String word) {
        var at = word.length() - 2;
        var earlier = at > 0 ? word.charAt(at - 1) : ' ';
        return VOWELS.indexOf(word.charAt(at)) >= 0 && VOWELS.indexOf(earlier) < 0;
    }

    /// 롤, 네임, 머신, 타입, but 서비스, 코드.
    private static Ending ofSilentE(char before) {
        return switch (before) {
            case 'l' -> Ending.RIEUL;
            case 'm', 'n', 'p' -> Ending.CONSONANT;
            default -> Ending.VOWEL;
        };
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
