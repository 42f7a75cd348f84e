package ecslab.ecs.model;

import java.util.Optional;

/// `family:revision`.
///
/// @param revision 1 or more
public record TaskDefinitionName(String family, int revision)
        implements Comparable<TaskDefinitionName> {

    private static final int DIGITS_MAX = 7;

    /// Reads `family:revision`; empty if `text` isn't of that form.
    public static Optional<TaskDefinitionName> parse(String text) {
        var colon = text.lastIndexOf(':');
        var digits = text.substring(colon + 1);
        if (colon <= 0 || digits.isEmpty() || digits.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(
                        new TaskDefinitionName(text.substring(0, colon), Integer.parseInt(digits)))
                : Optional.empty();
    }

    /// Written out, like [#hashCode()]: revisions are looked up all the time, and what a record has
    /// by itself is slow until it has been compiled.
    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof TaskDefinitionName(var same, int number)
                        && number == revision
                        && same.equals(family));
    }

    @Override
    public int hashCode() {
        return 31 * family.hashCode() + revision;
    }

    @Override
    public String toString() {
        return family + ":" + revision;
    }

    @Override
    public int compareTo(TaskDefinitionName other) {
        var byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : Integer.compare(revision, other.revision);
    }
}
