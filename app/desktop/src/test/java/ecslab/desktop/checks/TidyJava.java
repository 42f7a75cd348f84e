package ecslab.desktop.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The house rules that the shape of a Java file can break. The compiler's own parser reads it.
final class TidyJava extends TreeScanner<Void, Void> {

    private static final int METHOD_LINES_MAX = 60;
    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Utils?|Manager|Helper|Impl)$|^Abstract");

    private final String path;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();

    private TidyJava(String path, String content) {
        this.path = path;
        var source =
                new SimpleJavaFileObject(URI.create("mem:///A.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return content;
                    }
                };
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        new DiagnosticCollector<>(),
                                        List.of("-proc:none"),
                                        null,
                                        List.of(source));
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        positions = Trees.instance(task).getSourcePositions();
        scan(unit, null);
    }

    static List<String> shape(String path, String content) {
        return new TidyJava(path, content).wrong;
    }

    /// The strings that a file writes out, text blocks too, in order.
    static List<String> literals(String path, String content) {
        return new TidyJava(path, content).literals;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (EMPTY_NAME.matcher(type.getSimpleName()).find()) {
            complain(type, type.getSimpleName() + " says nothing. Name what it does or is.");
        }
        if (type.getKind() == Tree.Kind.RECORD) {
            type.getMembers().forEach(this::checkComponent);
        }
        return super.visitClass(type, unused);
    }

    /// NullAway doesn't see through a record pattern.
    private void checkComponent(Tree member) {
        if (member instanceof VariableTree component
                && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                && component.toString().contains("@Nullable")) {
            complain(
                    component,
                    component.getName()
                            + " may be null. Use a sealed variant, an empty list or a second"
                            + " record.");
        }
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        long lines = line(positions.getEndPosition(unit, method)) - line(start(method)) + 1;
        if (lines > METHOD_LINES_MAX) {
            complain(
                    method,
                    method.getName() + " has " + lines + " lines. Divide it: 60 are the most.");
        }
        return super.visitMethod(method, unused);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void unused) {
        if (literal.getValue() instanceof String text) {
            literals.add(text);
        }
        return super.visitLiteral(literal, unused);
    }

    private void complain(Tree tree, String what) {
        wrong.add(path + ":" + line(start(tree)) + ": " + what);
    }

    private long start(Tree tree) {
        return positions.getStartPosition(unit, tree);
    }

    private long line(long position) {
        return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
}
