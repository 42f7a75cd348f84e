package ecslab.stage.layout;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How tasks and instances stand in a cluster: as closely as they must, in as few columns as they
/// can.
///
/// @param across how many tasks stand side by side in a zone
/// @param abreast how many instances do
record Grid(Step step, int across, int abreast) {

    /// Two lines with all their words are better than three with some cut off. Seats that are kept
    /// for whoever may come are given up before a task is shown as less than a card.
    private static final List<Step> FINEST_FIRST =
            List.of(
                    new Step(Detail.FULL, true, false, Machines.TASKS),
                    new Step(Detail.CARD, true, false, Machines.TASKS),
                    new Step(Detail.SMALL, true, false, Machines.TASKS),
                    new Step(Detail.CARD, false, false, Machines.TASKS),
                    new Step(Detail.SMALL, false, false, Machines.TASKS),
                    new Step(Detail.SMALL, true, true, Machines.TASKS),
                    new Step(Detail.SMALL, false, true, Machines.TASKS),
                    new Step(Detail.CHIP, true, false, Machines.TASKS),
                    new Step(Detail.CHIP, true, true, Machines.TASKS),
                    new Step(Detail.CHIP, false, false, Machines.TASKS),
                    new Step(Detail.CHIP, false, true, Machines.TASKS),
                    new Step(Detail.SMALL, false, true, Machines.COUNTS),
                    new Step(Detail.CHIP, false, true, Machines.COUNTS),
                    new Step(Detail.CHIP, false, true, Machines.LINES),
                    new Step(Detail.CHIP, false, true, Machines.FLEET),
                    new Step(Detail.CROWD, true, true, Machines.COUNTS),
                    new Step(Detail.CROWD, false, true, Machines.COUNTS),
                    new Step(Detail.CROWD, true, true, Machines.LINES),
                    new Step(Detail.CROWD, false, true, Machines.LINES),
                    new Step(Detail.CROWD, true, true, Machines.FLEET),
                    new Step(Detail.CROWD, false, true, Machines.FLEET));

    private static final int ABREAST_MAX = 6;

    /// Of more instances, none has room for its tasks: what wouldn't fit needn't be measured.
    private static final int MACHINES_MAX = 200;

    /// @param isWide whether all words must fit: of a chip its whole name, of a crowd its counts
    /// @param isTight whether only seats count that are needed now
    record Step(Detail detail, boolean isWide, boolean isTight, Machines machines) {}

    Detail detail() {
        return step.detail();
    }

    /// @param acrossMost how many tasks have room side by side
    static Stream<Grid> finestFirst(Ec2Plan ec2, ToIntFunction<Step> acrossMost) {
        return FINEST_FIRST.stream()
                .filter(step -> isSensible(step, ec2))
                .flatMap(step -> grids(step, ec2, acrossMost.applyAsInt(step)));
    }

    /// Without instances it doesn't matter how they are shown.
    private static boolean isSensible(Step step, Ec2Plan ec2) {
        if (ec2.machines() > MACHINES_MAX) {
            return step.machines() == Machines.FLEET;
        }
        return ec2.machines() > 0
                || step.machines() == Machines.TASKS
                || (step.detail() == Detail.CROWD && step.machines() == Machines.COUNTS);
    }

    private static Stream<Grid> grids(Step step, Ec2Plan ec2, int acrossMost) {
        var isOne = ec2.machines() < 2 || step.machines() == Machines.FLEET;
        var abreastMost = isOne ? 1 : ABREAST_MAX;
        return IntStream.rangeClosed(1, abreastMost)
                .boxed()
                .flatMap(abreast ->
                        IntStream.rangeClosed(1, acrossMost)
                                .mapToObj(across -> new Grid(step, across, abreast)));
    }
}
