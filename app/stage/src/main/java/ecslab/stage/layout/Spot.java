package ecslab.stage.layout;

/// Where a thing is seen at a moment, perhaps on its way to its place.
///
/// @param opacity below 1 while it is new, or dimmed
public record Spot(Box box, double opacity) {

    /// The same place, seen more faintly.
    public Spot times(double share) {
        return share == 1 ? this : new Spot(box, opacity * share);
    }
}
