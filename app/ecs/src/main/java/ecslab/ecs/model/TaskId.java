package ecslab.ecs.model;

/// The last part of a task's ARN: 32 hexadecimal digits.
public record TaskId(String hex) implements Comparable<TaskId> {

    /// Where no task is.
    public static final TaskId NOBODY = new TaskId("");

    private static final int SHORT_LENGTH = 6;

    /// The first digits, which is how people tell tasks apart when they talk about them.
    public String abbreviated() {
        return hex.substring(0, Math.min(SHORT_LENGTH, hex.length()));
    }

    /// Written out, like [#hashCode()]: tasks are looked up all the time, and what a record has by
    /// itself is slow until it has been compiled.
    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof TaskId(var same) && same.equals(hex));
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return hex;
    }

    @Override
    public int compareTo(TaskId other) {
        return hex.compareTo(other.hex);
    }
}
