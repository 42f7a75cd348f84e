package ecslab.stage.layout;

import ecslab.ecs.model.TaskId;
import ecslab.stage.layout.Ec2Plan.Group;
import ecslab.stage.layout.Ec2Plan.Machine;
import ecslab.stage.layout.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lays out what a cluster has of EC2: instances stand in their zones, those of an Auto Scaling
/// group in a frame across the zones, each around its tasks; above them wait the tasks that none
/// has room for.
final class Ec2Layout {

    /// PROVISIONING is a long word.
    private static final double WAITING_WIDER = 1.2;

    private static final double FLEET_GROWS_MAX = 2;

    private final Measure measure;
    private final Ec2Plan plan;
    private final String cluster;
    private final List<String> zones;
    private final List<Box> columns;

    /// What fleets take of the room that is left.
    private double fleetSpare;

    /// @param columns one for each zone
    Ec2Layout(
            Measure measure, Ec2Plan plan, String cluster, List<String> zones, List<Box> columns) {
        this.measure = measure;
        this.plan = plan;
        this.cluster = cluster;
        this.zones = zones;
        this.columns = columns;
    }

    /// How instances stand, and tasks in them.
    ///
    /// @param abreast how many instances stand side by side
    /// @param isTight whether only seats count that are needed now
    /// @param across how many tasks stand side by side at most
    /// @param least how wide a task must be
    /// @param most how wide a task may be
    /// @param each how high one is
    /// @param between what lies between two
    record Seating(
            Machines form,
            int abreast,
            boolean isTight,
            int across,
            double least,
            double most,
            double each,
            double between) {}

    /// The most rows of tasks that stand under each other.
    int rows(Seating seating) {
        if (seating.form() != Machines.TASKS) {
            return 0;
        }
        var sum = 0;
        for (var group : plan.groups()) {
            var most = 0;
            for (var zone = 0; zone < columns.size(); zone++) {
                var rows = 0;
                for (var line : lines(group.in(zone), seating)) {
                    rows += line.stream().mapToInt(one -> rows(one, seating)).max().orElse(0);
                }
                most = Math.max(most, rows);
            }
            sum += most;
        }
        return sum;
    }

    /// With a gap above.
    double needed(Seating seating) {
        if (plan.isEmpty()) {
            return 0;
        }
        if (seating.form() == Machines.TASKS && across(seating) == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (seating.abreast() > 1 && width(seating) < leastWidth(seating)) {
            return Double.POSITIVE_INFINITY;
        }
        var all = waitingHeight();
        for (var group : plan.groups()) {
            all += measure.gap() + height(group, seating);
        }
        return all;
    }

    /// Around small tasks an instance may be narrow; its own name and state must fit.
    private double leastWidth(Seating seating) {
        return switch (seating.form()) {
            case LINES, COUNTS, FLEET -> measure.wordsWidth() * 2 / 3;
            case TASKS -> Math.max(measure.wordsWidth() * 0.8, seating.least() + 2 * measure.pad());
        };
    }

    /// An instance's width.
    private double width(Seating seating) {
        var gaps = measure.gap() * (seating.abreast() - 1);
        return (columns.getFirst().width() - gaps) / seating.abreast();
    }

    /// How many tasks stand side by side in an instance.
    private int across(Seating seating) {
        var inside = width(seating) - 2 * measure.pad();
        var room = (int) ((inside + seating.between()) / (seating.least() + seating.between()));
        return Math.min(seating.across(), room);
    }

    private static <T> List<List<T>> lines(List<T> all, Seating seating) {
        var lines = new ArrayList<List<T>>();
        for (var i = 0; i < all.size(); i += seating.abreast()) {
            lines.add(all.subList(i, Math.min(all.size(), i + seating.abreast())));
        }
        return lines;
    }

    private double height(Group group, Seating seating) {
        if (seating.form() == Machines.FLEET) {
            return caption(group) + fleetHeight() + measure.pad();
        }
        var most = 0.0;
        for (var zone = 0; zone < columns.size(); zone++) {
            most = Math.max(most, stack(group.in(zone), seating));
        }
        return caption(group) + most + measure.pad();
    }

    /// Those of no group stand in no frame.
    private double caption(Group group) {
        return group.name().isEmpty() ? 0 : measure.caption();
    }

    private double fleetHeight() {
        return measure.caption() + 2 * measure.meters() + measure.pad() + fleetSpare;
    }

    private double stack(List<Machine> machines, Seating seating) {
        var all = 0.0;
        for (var line : lines(machines, seating)) {
            all += lineHeight(line, seating) + measure.pad();
        }
        return Math.max(0, all - measure.pad());
    }

    private double lineHeight(List<Machine> line, Seating seating) {
        return line.stream().mapToDouble(one -> height(one, seating)).max().orElse(0);
    }

    private double height(Machine machine, Seating seating) {
        return switch (seating.form()) {
            case LINES, FLEET -> measure.caption() + 2;
            case COUNTS -> measure.caption() + measure.meters() + measure.pad();
            case TASKS -> {
                var rows = rows(machine, seating);
                yield measure.caption()
                        + measure.meters()
                        + rows * seating.each()
                        + (rows - 1) * seating.between()
                        + 2 * measure.pad();
            }
        };
    }

    private int rows(Machine machine, Seating seating) {
        var seats = seating.isTight() ? machine.cell().least() : machine.cell().capacity();
        return Math.max(1, Math.ceilDiv(seats, Math.max(1, across(seating))));
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
    void fill(Box area, Seating seating, Map<Place, Box> boxes, Map<String, Place> standIns) {
        waiting(area, boxes, standIns);
        if (seating.form() == Machines.FLEET && !plan.groups().isEmpty()) {
            var spare = (area.height() - needed(seating)) / plan.groups().size();
            fleetSpare = Math.clamp(spare, 0, FLEET_GROWS_MAX * fleetHeight());
        }
        var y = area.y() + waitingHeight();
        for (var group : plan.groups()) {
            y += measure.gap();
            var frame =
                    new Box(
                            area.x() + measure.pad(),
                            y,
                            area.width() - 2 * measure.pad(),
                            height(group, seating));
            if (!group.name().isEmpty()) {
                boxes.put(Place.of(Part.GROUP, group.name()), frame.sharp());
            }
            var inside = frame.below(caption(group));
            for (var zone = 0; zone < columns.size(); zone++) {
                var column = columns.get(zone);
                var space = new Box(column.x(), inside.y(), column.width(), inside.height());
                if (seating.form() == Machines.FLEET) {
                    fleet(space, group, zone, boxes, standIns);
                } else {
                    machines(space, group.in(zone), seating, boxes, standIns);
                }
            }
            y += frame.height();
        }
        plan.elsewhere().forEach(task -> standIns.put(task.hex(), Place.of(Part.CLUSTER, cluster)));
    }

    private void fleet(
            Box space, Group group, int zone, Map<Place, Box> boxes, Map<String, Place> standIns) {
        if (group.in(zone).isEmpty()) {
            return;
        }
        var place = Place.of(Part.FLEET, cluster + "|" + zones.get(zone) + "|" + group.name());
        boxes.put(place, space.top(fleetHeight()).sharp());
        for (var machine : group.in(zone)) {
            standIns.put(machine.instanceId(), place);
            machine.cell().seats().keySet().forEach(task -> standIns.put(task.hex(), place));
        }
    }

    private void machines(
            Box space,
            List<Machine> machines,
            Seating seating,
            Map<Place, Box> boxes,
            Map<String, Place> standIns) {
        var width = width(seating);
        var y = space.y();
        for (var line : lines(machines, seating)) {
            var x = space.x();
            for (var machine : line) {
                var frame = new Box(x, y, width, height(machine, seating));
                var place = Place.of(Part.INSTANCE, machine.instanceId());
                boxes.put(place, frame.sharp());
                tasks(frame, machine, place, seating, boxes, standIns);
                x += width + measure.gap();
            }
            y += lineHeight(line, seating) + measure.pad();
        }
    }

    private void tasks(
            Box frame,
            Machine machine,
            Place place,
            Seating seating,
            Map<Place, Box> boxes,
            Map<String, Place> standIns) {
        var inside = frame.below(measure.caption() + measure.meters()).inset(measure.pad());
        var across = Math.max(1, across(seating));
        var widest = (inside.width() - seating.between() * (across - 1)) / across;
        var width = Math.min(seating.most(), widest);
        machine.cell()
                .seats()
                .forEach((task, seat) -> {
                    if (seating.form() == Machines.TASKS) {
                        var x = inside.x() + seat % across * (width + seating.between());
                        var y =
                                inside.y()
                                        + Math.floorDiv(seat, across)
                                                * (seating.each() + seating.between());
                        boxes.put(of(task), new Box(x, y, width, seating.each()).sharp());
                    } else {
                        standIns.put(task.hex(), place);
                    }
                });
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
