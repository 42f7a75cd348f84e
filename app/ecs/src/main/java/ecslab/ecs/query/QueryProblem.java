package ecslab.ecs.query;

/// An expression that can't be read: where, and what would be right there.
public final class QueryProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String found;
    private final String expected;

    /// @param position of the first character that is wrong, counted from 1
    /// @param found what stands there; empty at the end
    /// @param expected what could stand there
    QueryProblem(int position, String found, String expected) {
        super(
                "at character "
                        + position
                        + (found.isEmpty() ? ", the end" : " (\"" + found + "\")")
                        + ": expected "
                        + expected,
                null,
                false,
                false);
        this.position = position;
        this.found = found;
        this.expected = expected;
    }

    public int position() {
        return position;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
