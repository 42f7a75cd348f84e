package ecslab.lesson.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A JMESPath expression, as `--query` of AWS's command line takes it.
public record Query(String text) {

    private static final JmesPath<JsonNode> JMESPATH = new JacksonRuntime();

    /// Texts and literals: what stands in them names nothing.
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`");

    private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])[A-Za-z_]\\w*\\b(?!\\s*\\()");

    private static final Pattern WORD = Pattern.compile("\\w+");

    /// Takes an expression.
    ///
    /// @throws IllegalArgumentException if it is none; the message says where it breaks
    public Query {
        compile(text);
    }

    /// The parts of the document that it reads; all of them if it names none.
    public Set<Section> sections() {
        var found = EnumSet.noneOf(Section.class);
        var names = NAME.matcher(QUOTED.matcher(text).replaceAll(""));
        while (names.find()) {
            Section.of(names.group()).ifPresent(found::add);
        }
        return found.isEmpty() ? EnumSet.allOf(Section.class) : found;
    }

    /// Which counts of requests it reads; all of them if it names none.
    Set<String> counts() {
        var found = new TreeSet<String>();
        var words = WORD.matcher(QUOTED.matcher(text).replaceAll(""));
        while (words.find()) {
            if (Documents.COUNTS.contains(words.group())) {
                found.add(words.group());
            }
        }
        return found.isEmpty() ? new TreeSet<>(Documents.COUNTS) : found;
    }

    /// What finds it in a document. A function that is given a value of a wrong type finds nothing:
    /// while a service doesn't exist yet, its events have no length.
    UnaryOperator<JsonNode> finder() {
        var expression = compile(text);
        return document -> {
            try {
                return expression.search(document);
            } catch (JmesPathException _) {
                return NullNode.getInstance();
            }
        };
    }

    private static Expression<JsonNode> compile(String text) {
        try {
            return JMESPATH.compile(text);
        } catch (ParseException malformed) {
            var first = malformed.iterator().next();
            throw new IllegalArgumentException(
                    "after " + first.position() + " characters: " + first.message(), malformed);
        } catch (JmesPathException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
