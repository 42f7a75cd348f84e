package ecslab.stage.layout;

/// Sizes in pixels, on a grid of four: one set for small windows, one for large ones.
///
/// @param gap between things
/// @param pad inside frames
/// @param caption a frame's line of words
/// @param users the row of users
/// @param balancer a load balancer's height
/// @param fan between the load balancers and the clusters, where wires spread
/// @param shelf the width of the columns left and right
/// @param full a task in full, but for its containers
/// @param container a container's line within a task, with what lies between two
/// @param card a task in full; its containers share a line with its state
/// @param wordsWidth how wide a task must be so that all its words fit
/// @param small a task in two lines
/// @param chip a task as icon and number
/// @param chipSides what a chip has beside its words
/// @param letter the width of one in a task's name
/// @param crowd all tasks of a service in a zone: a line of words, and marks
/// @param meters the height of an instance's CPU and memory
/// @param image an image's height
/// @param line a task definition's height
/// @param role a role's height
public record Measure(
        double gap,
        double pad,
        double caption,
        double users,
        double balancer,
        double balancerWidthMax,
        double fan,
        double shelf,
        double wordsWidth,
        Size full,
        double container,
        Size card,
        Size small,
        Size chip,
        double chipSides,
        double letter,
        Size crowd,
        double meters,
        double image,
        double line,
        double role) {

    public static final Measure COMPACT =
            new Measure(
                    8,
                    4,
                    16,
                    24,
                    40,
                    440,
                    16,
                    108,
                    148,
                    new Size(148, 320, 50, 60),
                    20,
                    new Size(88, 320, 48, 64),
                    new Size(88, 320, 36, 44),
                    new Size(52, 160, 24, 28),
                    30,
                    6.6,
                    new Size(88, 4_000, 26, 2_000),
                    18,
                    52,
                    24,
                    60);

    public static final Measure ROOMY =
            new Measure(
                    12,
                    8,
                    24,
                    36,
                    60,
                    600,
                    28,
                    144,
                    176,
                    new Size(176, 520, 64, 80),
                    26,
                    new Size(148, 520, 80, 108),
                    new Size(128, 520, 48, 56),
                    new Size(64, 200, 28, 32),
                    34,
                    7.8,
                    new Size(144, 4_000, 38, 2_000),
                    26,
                    68,
                    32,
                    80);

    /// The most containers of a task that are drawn; of more, the rest is counted.
    public static final int CONTAINERS_MAX = 4;

    /// What a card keeps free left and right of its lines, together.
    private static final double CARD_SIDES = 16;

    /// Two containers stand side by side where each is at least so wide, in heights of a line.
    private static final double CONTAINER_LINES_MIN = 6.5;

    private static final double FOUR_LINES_MIN = 80;
    private static final double ROOMY_WIDTH_MIN = 860;
    private static final double ROOMY_HEIGHT_MIN = 540;

    /// How wide and how high a thing may be.
    public record Size(double widthMin, double widthMax, double heightMin, double heightMax) {}

    /// The distance between the users, from where requests set out.
    public double userSpacing() {
        return shelf / 4;
    }

    /// From which height on a card has three lines.
    public double threeLines() {
        return small.heightMax() + gap / 2;
    }

    /// From which height on a card has four lines.
    public double fourLines() {
        return Math.max(card.heightMin(), FOUR_LINES_MIN);
    }

    /// @param hasCounts whether a line says how many there are
    Size crowd(boolean hasCounts) {
        return hasCounts
                ? crowd
                : new Size(
                        crowd.widthMin(),
                        crowd.widthMax(),
                        crowd.heightMin() - crowdWords(),
                        crowd.heightMax());
    }

    private double crowdWords() {
        return caption - pad / 2;
    }

    /// From which height on a crowd has a line that says how many there are.
    public double crowdWithCounts() {
        return crowd.heightMin();
    }

    /// How wide a chip is that says a name of so many letters.
    double named(int letters) {
        return Math.max(chip.widthMin(), Math.rint(chipSides + letters * letter));
    }

    /// Whether two services that are only a line have room side by side.
    boolean hasRoomForTwoLines(double width) {
        return width >= 3 * wordsWidth + gap;
    }

    /// The height of the row of load balancers; without one, a line says so.
    double balancers(boolean hasAny) {
        return hasAny ? balancer : caption + pad;
    }

    /// Between the load balancers and the clusters; without one, no wires spread.
    double fan(boolean hasAny) {
        return hasAny ? fan : pad;
    }

    /// The least height of an instance that shows what is reserved of it.
    public double withMeters() {
        return caption + meters;
    }

    /// The least height of an instance that has room for tasks.
    public double withTasks() {
        return caption + meters + chip.heightMin();
    }

    /// A task with a line for each container, or for each two.
    Size full(int containers, double width) {
        var lines = containerRows(containers, width - CARD_SIDES) * container;
        return new Size(
                full.widthMin(),
                full.widthMax(),
                full.heightMin() + lines,
                full.heightMax() + lines);
    }

    /// Whether a card of a height has lines for containers, or is about to: cards glide.
    public boolean isFull(double height) {
        return height >= full.heightMin() + container - 1;
    }

    /// How many containers stand side by side within a width.
    ///
    /// @param width between a card's sides
    public int containersAbreast(int containers, double width) {
        return containers > 1 && width >= 2 * CONTAINER_LINES_MIN * container ? 2 : 1;
    }

    public int containerRows(int containers, double width) {
        return Math.ceilDiv(
                Math.clamp(containers, 1, CONTAINERS_MAX), containersAbreast(containers, width));
    }

    static Measure of(double width, double height) {
        return width >= ROOMY_WIDTH_MIN && height >= ROOMY_HEIGHT_MIN ? ROOMY : COMPACT;
    }
}
