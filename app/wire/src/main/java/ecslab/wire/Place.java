package ecslab.wire;

/// A line of a file.
///
/// @param file as the reader named it; empty for what was typed
/// @param line from 1
public record Place(String file, int line) {}
