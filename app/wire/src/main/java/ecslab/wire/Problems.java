package ecslab.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers everything that is wrong, so that it can be mended in one go.
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public Problems() {}

    public void add(Place place, String what, String remedy) {
        var problem = Problem.at(place, what, remedy);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public void addAll(BadInput input) {
        found.addAll(input.problems());
    }

    public int size() {
        return found.size();
    }

    /// In line order, file by file, in the order in which the files were read.
    public List<Problem> inOrder() {
        var files = found.stream().map(Problem::file).distinct().toList();
        return found.stream()
                .sorted(
                        Comparator.comparingInt((Problem one) -> files.indexOf(one.file()))
                                .thenComparingInt(Problem::line))
                .toList();
    }

    public void throwIfAny() throws BadInput {
        if (!found.isEmpty()) {
            throw new BadInput(inOrder());
        }
    }
}
