package ecslab.stage.layout;

/// Where a thing is seen at a moment, perhaps on its way to its place.
///
/// @param opacity below 1 while it is new
public record Spot(Box box, double opacity) {}
