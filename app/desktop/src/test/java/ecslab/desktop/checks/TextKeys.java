package ecslab.desktop.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Compares the keys of the texts with the string literals of the Java that shows them.
///
/// A literal is taken for a key when it has a key's form, such as `panel.eventLog.title`, and
/// begins like a key that there is. One that ends in a dot stands for every key that begins with
/// it, for `text("state." + name)`.
final class TextKeys {

    private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.[\\w-]+)+");
    private static final Pattern PREFIX = Pattern.compile("[a-z]\\w*(\\.[\\w-]+)*\\.");

    private TextKeys() {}

    /// @param keysByFile the keys of each language's file of one room
    static List<String> sameInEveryLanguage(Map<String, SortedSet<String>> keysByFile) {
        var all = new TreeSet<String>();
        keysByFile.values().forEach(all::addAll);
        var wrong = new ArrayList<String>();
        for (var key : all) {
            keysByFile.forEach((file, keys) -> {
                if (!keys.contains(key)) {
                    wrong.add(file + ": no \"" + key + "\". Translate it here too.");
                }
            });
        }
        return wrong;
    }

    static List<String> used(String file, SortedSet<String> keys, Collection<String> literals) {
        var prefixes = literals.stream().filter(l -> PREFIX.matcher(l).matches()).toList();
        return keys.stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .map(key -> file + ": no Java shows \"" + key + "\". Use it or delete it.")
                .toList();
    }

    static List<String> present(
            String javaFile, Collection<String> literals, SortedSet<String> keys) {
        return literals.stream()
                .filter(literal -> !isPresent(literal, keys))
                .map(literal -> javaFile + ": no text for \"" + literal + "\". Write it in all.")
                .toList();
    }

    private static boolean isPresent(String literal, SortedSet<String> keys) {
        var first = literal.substring(0, literal.indexOf('.') + 1);
        if (first.isEmpty() || keys.stream().noneMatch(key -> key.startsWith(first))) {
            return true;
        }
        if (PREFIX.matcher(literal).matches()) {
            return keys.stream().anyMatch(key -> key.startsWith(literal));
        }
        return !KEY.matcher(literal).matches() || keys.contains(literal);
    }
}
