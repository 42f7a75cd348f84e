package ecslab.wire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One text with its places for values.
///
/// | written | with | becomes |
/// |---|---|---|
/// | `{service} is steady` | service = web | web is steady |
/// | `{service\|을/를} 만듭니다` | service = ECS | ECS를 만듭니다 |
/// | `{count\|one task\|# tasks}` | count = 3 | 3 tasks |
/// | `{count\|no task\|one task\|# tasks}` | count = 0 | no task |
/// | `{{json}}` | | {json} |
///
/// A particle is one of `이/가`, `을/를`, `은/는`, `과/와`, `으로/로`, `이라는/라는`; it follows the value, in the
/// form that the value's last sound asks for. Of two forms the first is for exactly 1; of three the
/// first is for 0 and the second for 1. `#` in a form stands for the number.
public final class Message {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

    private final List<Part> parts;

    private Message(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private sealed interface Part {

        record Literal(String text) implements Part {}

        record Insert(String name) implements Part {}

        record WithParticle(String name, Particle particle) implements Part {}

        /// @param forms for 0, for 1, for all others
        record Plural(String name, List<String> forms) implements Part {}
    }

    /// Reads a text.
    ///
    /// @throws IllegalArgumentException saying what is malformed and how to mend it
    public static Message parse(String text) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at);
            if ((c == '{' || c == '}') && text.startsWith(String.valueOf(c), at + 1)) {
                literal.append(c);
                at += 2;
            } else if (c == '{') {
                var end = closingBrace(text, at);
                flush(literal, parts);
                parts.add(part(text.substring(at + 1, end)));
                at = end + 1;
            } else if (c == '}') {
                throw malformed("a } without its {", "Write }} for a brace that is to be seen");
            } else {
                literal.append(c);
                at++;
            }
        }
        flush(literal, parts);
        return new Message(parts);
    }

    /// The names of all values that the text asks for.
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        for (var part : parts) {
            switch (part) {
                case Part.Literal _ -> {}
                case Part.Insert(var name) -> names.add(name);
                case Part.WithParticle(var name, _) -> names.add(name);
                case Part.Plural(var name, _) -> names.add(name);
            }
        }
        return names;
    }

    /// Puts the values in.
    ///
    /// @param values gives the value of a name
    public String with(Function<String, String> values) {
        var said = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Literal(var text) -> said.append(text);
                case Part.Insert(var name) -> said.append(values.apply(name));
                case Part.WithParticle(var name, var particle) -> {
                    var word = values.apply(name);
                    said.append(word).append(particle.after(word));
                }
                case Part.Plural(var name, var forms) ->
                        said.append(plural(values.apply(name), forms));
            }
        }
        return said.toString();
    }

    private static String plural(String number, List<String> forms) {
        var form =
                switch (number) {
                    case "0" -> forms.getFirst();
                    case "1" -> forms.get(1);
                    default -> forms.getLast();
                };
        return form.replace("#", number);
    }

    private static int closingBrace(String text, int open) {
        var end = text.indexOf('}', open);
        var next = text.indexOf('{', open + 1);
        if (end < 0 || (next >= 0 && next < end)) {
            throw malformed("a { without its }", "Write {{ for a brace that is to be seen");
        }
        return end;
    }

    private static Part part(String inside) {
        var pieces = List.of(inside.split("\\|", -1));
        var name = pieces.getFirst();
        if (!NAME.matcher(name).matches()) {
            throw malformed(
                    "{" + inside + "} names no value", "A name is made of letters and digits");
        }
        return switch (pieces.size()) {
            case 1 -> new Part.Insert(name);
            case 2 -> new Part.WithParticle(name, particle(pieces.getLast()));
            case 3 -> new Part.Plural(name, List.of(pieces.get(2), pieces.get(1), pieces.get(2)));
            case 4 -> new Part.Plural(name, pieces.subList(1, pieces.size()));
            default -> throw malformed("{" + inside + "} has too many forms", "Three are the most");
        };
    }

    private static Particle particle(String written) {
        return Particle.ofWritten(written)
                .orElseThrow(() ->
                        malformed(
                                "there is no particle " + written,
                                "Write one of 이/가, 을/를, 은/는, 과/와, 으로/로, 이라는/라는"));
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static IllegalArgumentException malformed(String what, String remedy) {
        return new IllegalArgumentException(what + ". " + remedy + ".");
    }
}
