package ecslab.desktop.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The house rules that a line of text can break. Each takes a path and what stands there, and
/// answers with what is wrong, where, and what to do instead.
final class Tidy {

    private static final int LINES_MAX = 400;
    private static final int COLUMNS_MAX = 100;

    static final TreeSet<String> TOP_LEVEL =
            new TreeSet<>(
                    List.of(
                            ".ci",
                            ".gitattributes",
                            ".gitignore",
                            ".mvn",
                            "LICENSE",
                            "NOTICE",
                            "README.md",
                            "app",
                            "assets",
                            "jpackage",
                            "lessons",
                            "mvnw",
                            "mvnw.cmd",
                            "pom.xml"));

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.:/-])/(work|root|tmp|home)/|\\b[A-Z]:\\\\Users");

    /// A word that isn't used, and what is said instead. `allowed` names the paths it may stand in.
    private record Word(Pattern pattern, String instead, Predicate<String> allowed) {}

    private static final List<Word> WORDS =
            List.of(
                    word("\\bTODO\\b|\\bFIXME\\b", "Do it, or write down what is missing and why."),
                    word("\\bThread\\.sleep\\b", "Wait for what you need, or advance the run."),
                    word("@Disabled\\b", "Mend the test, or delete it."),
                    word("\\bnon-sealed\\b", "Keep the choice closed: name the new kind in it."),
                    new Word(
                            Pattern.compile("\\bSystem\\.(out|err)\\b"),
                            "Answer with a value; only the command line in app/desktop prints.",
                            path -> path.startsWith("app/desktop/src/main/")));

    private Tidy() {}

    private static Word word(String pattern, String instead) {
        return new Word(Pattern.compile(pattern), instead, path -> false);
    }

    static List<String> size(String path, String content) {
        var lines = content.lines().toList();
        var wrong = new ArrayList<String>();
        if (lines.size() > LINES_MAX) {
            wrong.add(path + ": " + lines.size() + " lines. Split it: 400 are the most.");
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.length() > COLUMNS_MAX && !line.startsWith("import ")) {
                wrong.add(at(path, i) + line.length() + " columns. Break it: 100 are the most.");
            }
        }
        return wrong;
    }

    static List<String> words(String path, String content) {
        var lines = content.lines().toList();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            for (var word : WORDS) {
                var found = word.pattern().matcher(lines.get(i));
                if (found.find() && !word.allowed().test(path)) {
                    wrong.add(at(path, i) + found.group() + ". " + word.instead());
                }
            }
        }
        return wrong;
    }

    static List<String> machinePaths(String path, String content) {
        var lines = content.lines().toList();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var found = MACHINE_PATH.matcher(lines.get(i));
            if (found.find()) {
                wrong.add(
                        at(path, i)
                                + found.group()
                                + " is a path of one machine. Use a relative one.");
            }
        }
        return wrong;
    }

    /// A room of one package is described by its module-info; where there are more, each describes
    /// itself.
    static List<String> packages(Collection<String> paths) {
        var filesByFolder = new TreeMap<String, List<String>>();
        for (var path : paths) {
            if (path.contains("/src/main/java/") && path.endsWith(".java")) {
                filesByFolder
                        .computeIfAbsent(folder(path), f -> new ArrayList<>())
                        .add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        return filesByFolder.entrySet().stream()
                .filter(e -> !e.getKey().endsWith("/src/main/java"))
                .filter(e -> !e.getValue().contains("package-info.java"))
                .filter(e -> foldersBeside(e.getKey(), filesByFolder) > 1)
                .map(e -> e.getKey() + ": no package-info.java. Say what it is for and promises.")
                .toList();
    }

    private static long foldersBeside(String folder, Map<String, List<String>> filesByFolder) {
        var sources = folder.substring(0, folder.indexOf("/src/main/java/")) + "/src/main/java/";
        return filesByFolder.keySet().stream().filter(f -> f.startsWith(sources)).count();
    }

    static List<String> licences(Collection<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("assets/") && !path.startsWith("assets/src/"))
                .filter(path -> path.indexOf('/', "assets/".length()) > 0)
                .filter(path -> !paths.contains(folder(path) + "/LICENSE.txt"))
                .map(path -> path + ": no licence. Put its LICENSE.txt beside it.")
                .toList();
    }

    static List<String> topLevel(Collection<String> paths) {
        var names = new TreeSet<String>();
        paths.forEach(path -> names.add(path.replaceFirst("/.*", "")));
        names.removeAll(TOP_LEVEL);
        return names.stream()
                .map(name -> name + ": a new name at the top. Put it into a room.")
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String at(String path, int index) {
        return path + ":" + (index + 1) + ": ";
    }
}
