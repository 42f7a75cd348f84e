package ecslab.stage.layout;

/// A rectangle on the stage, in pixels at a zoom of 100 %.
public record Box(double x, double y, double width, double height) {

    public static final Box NONE = new Box(0, 0, 0, 0);

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    public Box inset(double pad) {
        return new Box(
                x + pad, y + pad, Math.max(0, width - 2 * pad), Math.max(0, height - 2 * pad));
    }

    /// What is left below a strip at the top.
    public Box below(double strip) {
        return new Box(x, y + strip, width, Math.max(0, height - strip));
    }

    /// The strip at the top.
    public Box top(double strip) {
        return new Box(x, y, width, Math.min(strip, height));
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public boolean contains(Box other) {
        return x <= other.x
                && y <= other.y
                && right() >= other.right()
                && bottom() >= other.bottom();
    }

    /// This box moved by `share` of what lies between `from` and `to`.
    Box shifted(Box from, Box to, double share) {
        return new Box(
                x + (to.x - from.x) * share,
                y + (to.y - from.y) * share,
                width + (to.width - from.width) * share,
                height + (to.height - from.height) * share);
    }

    /// On whole pixels, so that text stays sharp.
    Box sharp() {
        return new Box(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height));
    }
}
