package ecslab.wire;

import java.util.List;
import java.util.stream.Collectors;

/// What was read can't be used. It is the writer's mistake, never ours, and it is shown to them.
public final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one, in the order in which they are to be read
    public BadInput(List<Problem> problems) {
        super(
                problems.stream().map(Problem::said).collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    public BadInput(Place place, String what, String remedy) {
        this(List.of(Problem.at(place, what, remedy)));
    }

    /// All that is wrong, in line order.
    public List<Problem> problems() {
        return problems;
    }
}
