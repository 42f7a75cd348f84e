package ecslab.stage.layout;

import ecslab.stage.layout.Ec2Layout.Seating;
import ecslab.stage.layout.Measure.Size;
import ecslab.stage.layout.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Lays out one cluster: zones stand beside each other, services lie across them, and where the two
/// cross sit the tasks.
final class ClusterLayout {

    /// Up to so many services each have a line over all zones. Two in a line look as if each
    /// belonged to the zone that it stands above.
    private static final int FULL_LINES_MAX = 4;

    private final Measure measure;
    private final List<String> zones;
    private final Plan.InCluster cluster;
    private final Map<Place, Box> boxes;
    private final Map<String, Place> standIns;
    private final List<Box> columns = new ArrayList<>();

    /// Height that all crowds have together beyond the least.
    private double crowdSpare;

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
        if (cluster.isEmpty()) {
            boxes.put(Place.of(Part.NO_TASKS, cluster.name()), area.inset(measure.pad()).sharp());
            return Detail.CARD;
        }
        var room = area.height() - aroundBands();
        var grid = finestThatFits(room);
        grid.ifPresentOrElse(it -> stack(area, it, room), () -> rows(area));
        return grid.map(Grid::detail).orElse(Detail.ROW);
    }

    private Optional<Grid> finestThatFits(double room) {
        return Grid.finestFirst(cluster.ec2(), this::acrossMost)
                .filter(grid -> needed(grid) <= room)
                .findFirst();
    }

    /// 0 if not even one fits.
    private int acrossMost(Grid.Step step) {
        var gap = between(step.detail());
        return (int) ((columns.getFirst().width() + gap) / (least(step) + gap));
    }

    private double least(Grid.Step step) {
        if (!step.isWide() || step.detail() == Detail.CROWD) {
            return size(step.detail()).widthMin();
        }
        return step.detail() == Detail.CHIP
                ? measure.named(cluster.letters())
                : measure.wordsWidth();
    }

    private List<Plan.Band> fargate() {
        return cluster.bands().stream().filter(Plan.Band::fargate).toList();
    }

    private double aroundBands() {
        return fargate().isEmpty() ? 0 : measure.caption() + 2 * measure.pad();
    }

    private Size size(Grid grid) {
        return switch (grid.detail()) {
            case FULL -> measure.full(cluster.containers(), width(grid, columns.getFirst()));
            case CROWD -> measure.crowd(grid.step().isWide());
            case CARD, SMALL, CHIP, ROW -> size(grid.detail());
        };
    }

    private Size size(Detail detail) {
        return switch (detail) {
            case FULL -> measure.full();
            case CARD -> measure.card();
            case SMALL -> measure.small();
            case CHIP -> measure.chip();
            case CROWD, ROW -> measure.crowd();
        };
    }

    private double needed(Grid grid) {
        var shelves = shelves();
        var between = Math.max(0, shelves.size() - 1) * measure.gap();
        var each = size(grid).heightMin();
        return between
                + shelves.stream().mapToDouble(all -> height(all.getFirst(), grid, each)).sum()
                + ec2().needed(seating(grid, each));
    }

    /// Bands from top to bottom. Of very many that are only a line, two stand side by side.
    private List<List<Plan.Band>> shelves() {
        var shelves = new ArrayList<List<Plan.Band>>();
        cluster.bands().stream().filter(band -> !band.isLine()).map(List::of).forEach(shelves::add);
        var lines = cluster.bands().stream().filter(Plan.Band::isLine).toList();
        var abreast =
                lines.size() > FULL_LINES_MAX && measure.hasRoomForTwoLines(columnsWidth()) ? 2 : 1;
        for (var i = 0; i < lines.size(); i += abreast) {
            shelves.add(lines.subList(i, Math.min(lines.size(), i + abreast)));
        }
        return shelves;
    }

    private double columnsWidth() {
        return columns.getLast().right() - columns.getFirst().x();
    }

    private Ec2Layout ec2() {
        return new Ec2Layout(measure, cluster.ec2(), cluster.name(), zones, columns);
    }

    private Seating seating(Grid grid, double each) {
        return new Seating(
                grid.step().machines(),
                grid.abreast(),
                grid.step().isTight(),
                grid.across(),
                least(grid.step()),
                Math.max(size(grid).widthMax(), least(grid.step())),
                each,
                between(grid.detail()));
    }

    private double height(Plan.Band band, Grid grid, double each) {
        var rows = rowsOf(band, grid);
        if (rows == 0) {
            return measure.caption() + measure.pad();
        }
        return measure.caption()
                + 2 * measure.pad()
                + rows * each
                + (rows - 1) * between(grid.detail())
                + (grid.detail() == Detail.CROWD ? crowdsMore(band) : 0);
    }

    private static int rowsOf(Plan.Band band, Grid grid) {
        if (band.isLine()) {
            return 0;
        }
        if (grid.detail() == Detail.CROWD) {
            return 1;
        }
        var most = band.cells().stream().mapToInt(cell -> seats(cell, grid)).max().orElse(1);
        return Math.max(1, Math.ceilDiv(most, grid.across()));
    }

    /// Where there is little room, seats that nobody needs now are given up.
    private static int seats(Plan.Cell cell, Grid grid) {
        return grid.step().isTight() ? cell.least() : cell.capacity();
    }

    /// Between cards run wires; chips stand closer.
    private double between(Detail detail) {
        return switch (detail) {
            case FULL, CARD, SMALL -> measure.gap();
            case CHIP, CROWD, ROW -> measure.pad();
        };
    }

    private void stack(Box area, Grid grid, double room) {
        var size = size(grid);
        var rows =
                cluster.bands().stream().mapToInt(band -> rowsOf(band, grid)).sum()
                        + ec2().rows(seating(grid, size.heightMin()));
        var isCrowd = grid.detail() == Detail.CROWD;
        var spare = isCrowd ? 0 : (room - needed(grid)) / Math.max(1, rows);
        crowdSpare = isCrowd ? room - needed(grid) : 0;
        var each = Math.min(size.heightMax(), size.heightMin() + spare);
        var fargate = fargate();
        var y = area.y();
        if (!fargate.isEmpty()) {
            fargateFrame(area, grid, each);
            y += measure.caption() + measure.pad();
        }
        var shelves = shelves();
        for (var i = 0; i < shelves.size(); i++) {
            y += i > 0 && i == fargate.size() ? measure.pad() : 0;
            shelf(area, y, shelves.get(i), grid, each);
            y += height(shelves.get(i).getFirst(), grid, each) + measure.gap();
        }
        ec2(area, y, grid, each);
    }

    private void shelf(Box area, double y, List<Plan.Band> bands, Grid grid, double each) {
        var whole = bandFrame(area, y, height(bands.getFirst(), grid, each));
        var gap = measure.gap();
        var width = bands.size() == 1 ? whole.width() : (whole.width() - gap) / 2;
        for (var i = 0; i < bands.size(); i++) {
            var frame = new Box(whole.x() + i * (width + gap), y, width, whole.height());
            boxes.put(Place.of(Part.BAND, bands.get(i).id()), frame.sharp());
            if (!bands.get(i).isLine()) {
                tasksIn(frame, bands.get(i), grid, each);
            }
        }
    }

    private void ec2(Box area, double y, Grid grid, double each) {
        var hasBands = !cluster.bands().isEmpty();
        var isBelowFargate = !fargate().isEmpty() && fargate().size() == cluster.bands().size();
        var begin = y - (hasBands ? measure.gap() : 0) + (isBelowFargate ? measure.pad() : 0);
        ec2().fill(
                        new Box(area.x(), begin, area.width(), area.bottom() - begin),
                        seating(grid, each),
                        boxes,
                        standIns);
    }

    /// All the room, unless other bands or instances need some below.
    private void fargateFrame(Box area, Grid grid, double each) {
        var bands = fargate();
        var heights = bands.stream().mapToDouble(band -> height(band, grid, each)).sum();
        var needed = aroundBands() + heights + (bands.size() - 1) * measure.gap();
        var isAlone = bands.size() == cluster.bands().size() && cluster.ec2().isEmpty();
        var height = isAlone ? area.height() : needed;
        boxes.put(Place.of(Part.FARGATE, cluster.name()), area.top(height).sharp());
    }

    private Box bandFrame(Box area, double y, double height) {
        var pad = measure.pad();
        return new Box(area.x() + pad, y, area.width() - 2 * pad, height);
    }

    private void tasksIn(Box frame, Plan.Band band, Grid grid, double each) {
        var top = frame.y() + measure.caption() + measure.pad();
        for (var i = 0; i < zones.size(); i++) {
            var column = columns.get(i);
            if (grid.detail() == Detail.CROWD) {
                crowd(column, top, band, i, each + crowdsMore(band));
            } else {
                seats(column, top, band.cells().get(i), grid, each);
            }
        }
    }

    private void seats(Box column, double top, Plan.Cell cell, Grid grid, double each) {
        cell.seats()
                .forEach((task, seat) ->
                        boxes.put(
                                Place.of(Part.TASK, task.hex()),
                                seatBox(column, top, seat, grid, each)));
    }

    private Box seatBox(Box column, double top, int seat, Grid grid, double each) {
        var gap = between(grid.detail());
        var across = grid.across();
        var width = width(grid, column);
        var x = column.x() + seat % across * (width + gap);
        var y = top + Math.floorDiv(seat, across) * (each + gap);
        return new Box(x, y, width, each).sharp();
    }

    private double width(Grid grid, Box column) {
        var gap = between(grid.detail());
        var widest = (column.width() - gap * (grid.across() - 1)) / grid.across();
        return Math.min(Math.max(size(grid.detail()).widthMax(), least(grid.step())), widest);
    }

    private void crowd(Box column, double top, Plan.Band band, int zone, double height) {
        var place = Place.of(Part.CROWD, band.id() + "|" + zones.get(zone));
        boxes.put(place, new Box(column.x(), top, column.width(), height).sharp());
        for (var task : band.cells().get(zone).seats().keySet()) {
            standIns.put(task.hex(), place);
        }
    }

    /// The more tasks a service has, the more of the room that is left.
    private double crowdsMore(Plan.Band band) {
        return crowdSpare * most(band) / Math.max(1, crowds().mapToInt(this::most).sum());
    }

    private Stream<Plan.Band> crowds() {
        return cluster.bands().stream().filter(band -> !band.isLine());
    }

    private int most(Plan.Band band) {
        return band.cells().stream().mapToInt(cell -> cell.seats().size()).max().orElse(0);
    }

    /// One line a service, as many as there is room for; below them the instances, each a square.
    private void rows(Box area) {
        var fleet = new Seating(Machines.FLEET, 1, true, 1, 0, 0, 0, 0);
        var below = ec2().needed(fleet);
        var above = area.top(area.height() - below);
        var hasFargate = !fargate().isEmpty();
        if (hasFargate) {
            boxes.put(Place.of(Part.FARGATE, cluster.name()), above.sharp());
        }
        var inside = hasFargate ? above.below(measure.caption()).inset(measure.pad()) : above;
        lines(inside);
        ec2().fill(area.below(area.height() - below), fleet, boxes, standIns);
    }

    private void lines(Box inside) {
        var each = measure.caption() + measure.pad();
        var room = Math.max(1, (int) ((inside.height() + measure.pad()) / (each + measure.pad())));
        var bands = cluster.bands();
        var shown = bands.size() <= room ? bands.size() : room - 1;
        var y = inside.y();
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var place =
                    i < shown
                            ? Place.of(Part.BAND, band.id())
                            : Place.of(Part.BANDS_MORE, cluster.name());
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
