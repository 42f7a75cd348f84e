package ecslab.ecs.command;

/// Which part of a list is wanted.
///
/// @param maxResults how many at most
/// @param nextToken as the part before has ended with it
public record Page(Given<Integer> maxResults, Given<String> nextToken) {

    /// As much as a call gives by itself, from the start.
    public static final Page FIRST = new Page(Given.absent(), Given.absent());
}
