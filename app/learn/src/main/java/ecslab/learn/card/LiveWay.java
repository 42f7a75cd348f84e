package ecslab.learn.card;

/// How an act comes to real containers.
///
/// @param isThere whether there is a sign of a Docker engine; else it is only mentioned
public record LiveWay(boolean isThere, Runnable begin) {}
