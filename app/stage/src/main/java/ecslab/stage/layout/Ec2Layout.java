package ecslab.stage.layout;

import ecslab.ecs.model.TaskId;
import ecslab.stage.layout.Ec2Plan.Machine;
import ecslab.stage.layout.Place.Part;
import java.util.List;
import java.util.Map;

/// Lays out what a cluster has of EC2: instances stand under each other in their zones, each around
/// its tasks; above them wait the tasks that none has room for.
final class Ec2Layout {

    /// PROVISIONING is a long word.
    private static final double WAITING_WIDER = 1.2;

    private final Measure measure;
    private final Ec2Plan plan;
    private final String cluster;
    private final List<Box> columns;

    /// @param columns one for each zone
    Ec2Layout(Measure measure, Ec2Plan plan, String cluster, List<Box> columns) {
        this.measure = measure;
        this.plan = plan;
        this.cluster = cluster;
        this.columns = columns;
    }

    /// How tasks stand within an instance.
    ///
    /// @param across how many side by side
    /// @param each how high one is; 0 if they are only counted
    /// @param between what lies between two
    record Seating(int across, double each, double between) {

        int rows(Machine machine) {
            return each == 0 ? 0 : Math.max(1, Math.ceilDiv(machine.cell().capacity(), across));
        }

        double height(Machine machine) {
            var rows = rows(machine);
            return rows * each + Math.max(0, rows - 1) * between;
        }
    }

    /// Finds a seat's box in a column.
    interface SeatBox {
        Box at(Box column, double top, int seat);
    }

    /// The most rows of tasks that stand under each other.
    int rows(Seating seating) {
        var most = 0;
        for (var zone = 0; zone < columns.size(); zone++) {
            most = Math.max(most, in(zone).stream().mapToInt(seating::rows).sum());
        }
        return most;
    }

    /// With a gap above.
    double needed(Seating seating) {
        if (plan.isEmpty()) {
            return 0;
        }
        var most = 0.0;
        for (var zone = 0; zone < columns.size(); zone++) {
            var all = in(zone).stream().mapToDouble(one -> height(one, seating)).sum();
            most = Math.max(most, all + in(zone).size() * measure.gap());
        }
        return waitingHeight() + most;
    }

    private List<Machine> in(int zone) {
        return plan.machines().stream().filter(machine -> machine.zone() == zone).toList();
    }

    private double height(Machine machine, Seating seating) {
        var tasks = seating.height(machine);
        return measure.caption()
                + measure.meters()
                + (tasks > 0 ? tasks + 2 * measure.pad() : measure.pad());
    }

    private double waitingHeight() {
        return plan.waiting().isEmpty()
                ? 0
                : measure.gap()
                        + measure.caption()
                        + measure.chip().heightMin()
                        + 2 * measure.pad();
    }

    /// @param area begins where the bands end
    void fill(
            Box area,
            Seating seating,
            SeatBox seats,
            Map<Place, Box> boxes,
            Map<String, Place> standIns) {
        waiting(area, boxes, standIns);
        for (var zone = 0; zone < columns.size(); zone++) {
            var column = columns.get(zone);
            var y = area.y() + waitingHeight();
            for (var machine : in(zone)) {
                y += measure.gap();
                var frame =
                        new Box(
                                column.x() - measure.pad(),
                                y,
                                column.width() + 2 * measure.pad(),
                                height(machine, seating));
                var place = Place.of(Part.INSTANCE, machine.instanceId());
                boxes.put(place, frame.sharp());
                y += frame.height();
                var top = frame.y() + measure.caption() + measure.meters() + measure.pad();
                machine.cell()
                        .seats()
                        .forEach((task, seat) -> {
                            if (seating.each() > 0) {
                                boxes.put(of(task), seats.at(column, top, seat));
                            } else {
                                standIns.put(task.hex(), place);
                            }
                        });
            }
        }
        plan.elsewhere().forEach(task -> standIns.put(task.hex(), Place.of(Part.CLUSTER, cluster)));
    }

    private static Place of(TaskId task) {
        return Place.of(Part.TASK, task.hex());
    }

    /// In one line, as many as there is room for; the caption counts them all.
    private void waiting(Box area, Map<Place, Box> boxes, Map<String, Place> standIns) {
        if (plan.waiting().isEmpty()) {
            return;
        }
        var place = Place.of(Part.WAITING, cluster);
        var pad = measure.pad();
        var frame =
                new Box(
                        area.x() + pad,
                        area.y() + measure.gap(),
                        area.width() - 2 * pad,
                        waitingHeight() - measure.gap());
        boxes.put(place, frame.sharp());
        var chip = measure.chip();
        var width = WAITING_WIDER * measure.wordsWidth();
        var x = frame.x() + pad;
        var top = frame.y() + measure.caption() + pad;
        for (var task : plan.waiting().keySet()) {
            if (x + width <= frame.right() - pad) {
                boxes.put(of(task), new Box(x, top, width, chip.heightMin()).sharp());
                x += width + pad;
            } else {
                standIns.put(task.hex(), place);
            }
        }
    }
}
