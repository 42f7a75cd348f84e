package ecslab.desktop.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The files of the product as they lie in the checkout, without what `.gitignore` names.
final class Checkout {

    private static final Path ROOT = root();
    private static final TreeSet<String> IGNORED = ignored();

    private Checkout() {}

    /// All paths, relative to the top and with `/`, in order.
    static List<String> files() {
        var files = new ArrayList<String>();
        try {
            Files.walkFileTree(
                    ROOT,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return IGNORED.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (!IGNORED.contains(file.getFileName().toString())) {
                                files.add(ROOT.relativize(file).toString().replace('\\', '/'));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    static List<String> javaFiles() {
        return files().stream().filter(path -> path.endsWith(".java")).toList();
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static TreeSet<String> ignored() {
        var names = new TreeSet<String>();
        read(".gitignore").lines().map(line -> line.replace("/", "")).forEach(names::add);
        names.add(".git");
        return names;
    }
}
