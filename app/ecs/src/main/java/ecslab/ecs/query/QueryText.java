package ecslab.ecs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The text of an expression, and how far it has been read. Blanks before a token don't matter.
final class QueryText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:./\\\\-]+");
    private static final String VALUE = "a value";

    private final String text;
    private int at;

    QueryText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    int here() {
        skipBlanks();
        return at;
    }

    boolean takeSign(String sign) {
        skipBlanks();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    /// Words are taken in either case, as ECS's own examples write both.
    boolean takeWord(String word) {
        if (!nextIsWord(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean nextIsWord(String word) {
        skipBlanks();
        var end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !isNamed(text.charAt(end)));
    }

    private static boolean isNamed(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == ':';
    }

    /// The name that comes next; empty if none does.
    String peekName() {
        skipBlanks();
        var found = NAME.matcher(text).region(at, text.length());
        return found.lookingAt() ? found.group() : "";
    }

    void skip(String token) {
        at += token.length();
    }

    boolean nextIs(Operator operator) {
        return !length(operator).isEmpty();
    }

    void take(Operator operator) {
        skip(length(operator));
    }

    /// What the operator is written as here; empty if it isn't the next.
    private String length(Operator operator) {
        skipBlanks();
        var sign = operator.sign();
        var letters = Character.isLetter(sign.charAt(sign.length() - 1));
        if (letters ? signAndWordAreNext(sign) : text.startsWith(sign, at)) {
            return sign;
        }
        return nextIsWord(operator.word()) ? operator.word() : "";
    }

    /// `in` and `!in`: a word that may begin with a sign.
    private boolean signAndWordAreNext(String sign) {
        var end = at + sign.length();
        return text.startsWith(sign, at) && (end == text.length() || !isNamed(text.charAt(end)));
    }

    String takeValue() throws QueryProblem {
        skipBlanks();
        var value = token("");
        if (value.isEmpty()) {
            throw wrong(VALUE);
        }
        return value;
    }

    List<String> takeList() throws QueryProblem {
        if (!takeSign("[")) {
            throw wrong("a list: [value, value]");
        }
        var values = new ArrayList<String>();
        do {
            skipBlanks();
            var value = token(",]");
            if (value.isEmpty()) {
                throw wrong(VALUE);
            }
            values.add(value);
        } while (takeSign(","));
        if (!takeSign("]")) {
            throw wrong(", or ]");
        }
        return List.copyOf(values);
    }

    Pattern takeRegex() throws QueryProblem {
        var begin = here();
        var written = token("");
        if (written.isEmpty()) {
            throw wrong("a Java regular expression");
        }
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException broken) {
            throw wrongAt(
                    begin, written, "a Java regular expression (" + broken.getDescription() + ")");
        }
    }

    /// Up to the next blank, `&&`, `||`, one of the ends, or a parenthesis that was not opened in
    /// it; or what stands between quotation marks.
    private String token(String ends) throws QueryProblem {
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return quoted();
        }
        var begin = at;
        var open = 0;
        while (at < text.length()) {
            var letter = text.charAt(at);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (Character.isWhitespace(letter)
                    || open < 0
                    || ends.indexOf(letter) >= 0
                    || text.startsWith("&&", at)
                    || text.startsWith("||", at)) {
                break;
            }
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() throws QueryProblem {
        var end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw wrongAt(at, text.substring(at), "the other quotation mark");
        }
        var inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    QueryProblem wrong(String expected) {
        skipBlanks();
        var name = peekName();
        var found = name.isEmpty() && at < text.length() ? text.substring(at, at + 1) : name;
        return wrongAt(at, found, expected);
    }

    QueryProblem wrongAt(int position, String found, String expected) {
        return new QueryProblem(position + 1, found, expected);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
