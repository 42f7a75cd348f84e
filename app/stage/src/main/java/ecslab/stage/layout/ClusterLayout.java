package ecslab.stage.layout;

import ecslab.ecs.model.TaskStatus;
import ecslab.stage.layout.Measure.Size;
import ecslab.stage.layout.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lays out one cluster: zones stand beside each other, services lie across them, and where the two
/// cross sit the tasks.
final class ClusterLayout {

    private static final Detail[] SINGLE = {Detail.CARD, Detail.SMALL, Detail.CHIP};

    private final Measure measure;
    private final List<String> zones;
    private final Plan.InCluster cluster;
    private final Map<Place, Box> boxes;
    private final Map<String, Place> standIns;
    private final List<Box> columns = new ArrayList<>();

    ClusterLayout(
            Measure measure,
            List<String> zones,
            Plan.InCluster cluster,
            Map<Place, Box> boxes,
            Map<String, Place> standIns) {
        this.measure = measure;
        this.zones = zones;
        this.cluster = cluster;
        this.boxes = boxes;
        this.standIns = standIns;
    }

    Detail fill(Box frame) {
        boxes.put(Place.of(Part.CLUSTER, cluster.name()), frame.sharp());
        var vpc = frame.below(measure.caption()).inset(measure.pad());
        boxes.put(Place.of(Part.VPC, cluster.name()), vpc.sharp());
        var inside = vpc.below(measure.caption()).inset(measure.pad());
        zonesIn(inside);
        return bandsIn(inside.below(measure.caption()).inset(measure.pad()));
    }

    private void zonesIn(Box inside) {
        var gap = measure.gap();
        var width = (inside.width() - gap * (zones.size() - 1)) / zones.size();
        var x = inside.x();
        for (var zone : zones) {
            var column = new Box(x, inside.y(), width, inside.height()).sharp();
            boxes.put(Place.of(Part.ZONE, cluster.name() + "/" + zone), column);
            columns.add(column.inset(3 * measure.pad()));
            x += width + gap;
        }
    }

    private Detail bandsIn(Box area) {
        if (cluster.bands().isEmpty()) {
            var width = Math.min(area.width(), 2 * measure.balancerWidthMax());
            var x = area.centerX() - width / 2;
            boxes.put(
                    Place.of(Part.NO_TASKS, cluster.name()),
                    new Box(x, area.y(), width, area.height()).inset(measure.pad()).sharp());
            return Detail.CARD;
        }
        var room = area.height() - frames();
        for (var detail : SINGLE) {
            if (needed(detail) <= room && isWideEnough(detail)) {
                stack(area, detail, room);
                return detail;
            }
        }
        if (needed(Detail.BLOCK) <= room && isWideEnough(Detail.BLOCK)) {
            stack(area, Detail.BLOCK, room);
            return Detail.BLOCK;
        }
        rows(area);
        return Detail.ROW;
    }

    private List<Plan.Band> fargate() {
        return cluster.bands().stream().filter(Plan.Band::fargate).toList();
    }

    /// What the frames around the bands need.
    private double frames() {
        return fargate().isEmpty() ? 0 : measure.caption() + 2 * measure.pad();
    }

    private boolean isWideEnough(Detail detail) {
        return columns.getFirst().width() >= size(detail).widthMin();
    }

    private Size size(Detail detail) {
        return switch (detail) {
            case CARD -> measure.card();
            case SMALL -> measure.small();
            case CHIP -> measure.chip();
            case BLOCK, ROW -> measure.block();
        };
    }

    private double needed(Detail detail) {
        var between = (cluster.bands().size() - 1) * measure.gap();
        var heights =
                cluster.bands().stream()
                        .mapToDouble(band -> height(band, detail, size(detail).heightMin()))
                        .sum();
        return heights + between;
    }

    private double height(Plan.Band band, Detail detail, double each) {
        var rows = rowsOf(band, detail);
        return measure.caption() + 2 * measure.pad() + rows * each + (rows - 1) * between(detail);
    }

    private int rowsOf(Plan.Band band, Detail detail) {
        var most = band.cells().stream().mapToInt(cell -> seatsIn(cell, detail)).max().orElse(1);
        return Math.max(1, Math.ceilDiv(most, columnsFor(detail)));
    }

    private static int seatsIn(Plan.Cell cell, Detail detail) {
        return detail == Detail.BLOCK ? TaskStatus.values().length : cell.capacity();
    }

    private int columnsFor(Detail detail) {
        var each = size(detail).widthMin() + between(detail);
        return Math.max(1, (int) ((columns.getFirst().width() + between(detail)) / each));
    }

    /// Between cards run wires; chips stand closer.
    private double between(Detail detail) {
        return switch (detail) {
            case CARD, SMALL -> measure.gap();
            case CHIP, BLOCK, ROW -> measure.pad();
        };
    }

    private void stack(Box area, Detail detail, double room) {
        var rows = cluster.bands().stream().mapToInt(band -> rowsOf(band, detail)).sum();
        var spare = (room - needed(detail)) / Math.max(1, rows);
        var each = Math.min(size(detail).heightMax(), size(detail).heightMin() + spare);
        var y = area.y();
        var fargate = fargate();
        if (!fargate.isEmpty()) {
            var heights = fargate.stream().mapToDouble(band -> height(band, detail, each)).sum();
            var between = (fargate.size() - 1) * measure.gap();
            var all = fargate.size() == cluster.bands().size();
            var height = all ? area.height() : heights + between + frames();
            fargateFrame(area, y, height);
            y += measure.caption() + measure.pad();
        }
        for (var band : cluster.bands()) {
            if (!band.fargate() && y < area.y() + frames()) {
                y = area.y() + frames();
            }
            var frame = bandFrame(area, y, height(band, detail, each));
            boxes.put(Place.of(Part.BAND, band.id()), frame.sharp());
            tasksIn(frame, band, detail, each);
            y += frame.height() + measure.gap();
        }
    }

    private void fargateFrame(Box area, double y, double height) {
        var frame = new Box(area.x(), y, area.width(), height);
        boxes.put(Place.of(Part.FARGATE, cluster.name()), frame.sharp());
    }

    private Box bandFrame(Box area, double y, double height) {
        var pad = measure.pad();
        return new Box(area.x() + pad, y, area.width() - 2 * pad, height);
    }

    private void tasksIn(Box frame, Plan.Band band, Detail detail, double each) {
        var top = frame.y() + measure.caption() + measure.pad();
        for (var i = 0; i < zones.size(); i++) {
            var column = columns.get(i);
            if (detail == Detail.BLOCK) {
                blocks(column, top, band, i, each);
            } else {
                var cell = band.cells().get(i);
                cell.seats()
                        .forEach(
                                (task, seat) ->
                                        boxes.put(
                                                Place.of(Part.TASK, task.hex()),
                                                seatBox(column, top, seat, detail, each)));
            }
        }
    }

    private Box seatBox(Box column, double top, int seat, Detail detail, double each) {
        var across = columnsFor(detail);
        var gap = between(detail);
        var widest = (column.width() - gap * (across - 1)) / across;
        var width = Math.min(size(detail).widthMax(), widest);
        return new Box(
                        column.x() + (seat % across) * (width + gap),
                        top + (seat / across) * (each + gap),
                        width,
                        each)
                .sharp();
    }

    /// A place for each state, taken or not, so that counts don't wander.
    private void blocks(Box column, double top, Plan.Band band, int zone, double each) {
        var prefix = band.id() + "|" + zones.get(zone);
        for (var status : TaskStatus.values()) {
            boxes.put(
                    Place.of(Part.BLOCK, prefix + "|" + status),
                    seatBox(column, top, status.ordinal(), Detail.BLOCK, each));
        }
        for (var task : band.cells().get(zone).seats().keySet()) {
            standIns.put(task.hex(), Place.of(Part.BLOCK, prefix + "|" + TaskStatus.RUNNING));
        }
    }

    /// One line a service, as many as there is room for.
    private void rows(Box area) {
        var hasFargate = !fargate().isEmpty();
        if (hasFargate) {
            fargateFrame(area, area.y(), area.height());
        }
        var inside = hasFargate ? area.below(measure.caption()).inset(measure.pad()) : area;
        var each = measure.caption() + measure.pad();
        var room = Math.max(1, (int) ((inside.height() + measure.pad()) / (each + measure.pad())));
        var bands = cluster.bands();
        var shown = bands.size() <= room ? bands.size() : room - 1;
        var y = inside.y();
        var more = Place.of(Part.BANDS_MORE, cluster.name());
        for (var band : bands) {
            var place = bands.indexOf(band) < shown ? Place.of(Part.BAND, band.id()) : more;
            if (!boxes.containsKey(place)) {
                boxes.put(place, new Box(inside.x(), y, inside.width(), each).sharp());
                y += each + measure.pad();
            }
            band.cells().stream()
                    .flatMap(cell -> cell.seats().keySet().stream())
                    .forEach(task -> standIns.put(task.hex(), place));
        }
    }
}
