package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.stage.layout.Spot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All tasks of a service in an Availability Zone, each a mark whose form and hue tell its state,
/// and counted in words. A mark that is pointed at says its name, and can be chosen.
final class CrowdField implements Actor {

    private final Label counts = Parts.label("crowd-counts");
    private final MarkField field = new MarkField();
    private final VBox box = new VBox(counts, field);
    private final Tooltip tip = new Tooltip();
    private final String id;
    private final String band;
    private List<Task> tasks = List.of();
    private Map<TaskId, String> names = Map.of();
    private Optional<Task> pointedAt = Optional.empty();

    /// @param id `BAND|ZONE`
    CrowdField(String id) {
        this.id = id;
        band = id.substring(0, id.indexOf('|'));
        box.getStyleClass().addAll("card", "crowd");
        VBox.setVgrow(field, Priority.ALWAYS);
        Tooltip.install(field, tip);
        field.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        field.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointedAt = Optional.empty());
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        tasks = moment.crowds().of(id);
        names = moment.state().taskNames();
        var byStatus = new EnumMap<TaskStatus, Integer>(TaskStatus.class);
        tasks.forEach(task -> byStatus.merge(task.lastStatus(), 1, Integer::sum));
        counts.setText(
                byStatus.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(" · ")));
        Parts.present(counts, spot.box().height() >= moment.layout().measure().crowdWithCounts());
        field.show(tasks.stream().map(Task::lastStatus).toList());
        field.ring(
                moment.chosen()
                        .filter(ref -> ref.kind() == Kind.TASK)
                        .map(ref -> indexOf(ref.id()))
                        .orElse(-1));
        box.setAccessibleText(id.substring(id.indexOf('|') + 1) + ", " + counts.getText());
    }

    private int indexOf(String hex) {
        for (var i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).id().hex().equals(hex)) {
                return i;
            }
        }
        return -1;
    }

    private void point(MouseEvent event) {
        var index = field.indexAt(event.getX(), event.getY());
        pointedAt =
                index < 0 || index >= tasks.size()
                        ? Optional.empty()
                        : Optional.of(tasks.get(index));
        tip.setText(
                pointedAt
                        .map(task ->
                                names.getOrDefault(task.id(), task.id().abbreviated())
                                        + " "
                                        + task.lastStatus())
                        .orElse(counts.getText()));
    }

    /// The task that is pointed at, or the service.
    @Override
    public Optional<Ref> chooses() {
        if (pointedAt.isPresent()) {
            return pointedAt.map(task -> Ref.task(task.id()));
        }
        return band.endsWith("/") ? Optional.empty() : Optional.of(new Ref(Kind.SERVICE, band));
    }

    /// Marks in rows, as large as all have room.
    static final class MarkField extends Pane {

        private final Map<TaskStatus, StatusMarks> marks = new EnumMap<>(TaskStatus.class);
        private final Region ring = new Region();
        private List<TaskStatus> shown = List.of();
        private Marshal drawn = Marshal.NONE;
        private int chosen = -1;

        MarkField() {
            for (var status : TaskStatus.values()) {
                var mark = new StatusMarks(status);
                marks.put(status, mark);
                getChildren().add(mark.node());
            }
            ring.getStyleClass().add("crowd-ring");
            ring.setMouseTransparent(true);
            ring.setManaged(false);
            getChildren().add(ring);
            setMinSize(0, 0);
        }

        void show(List<TaskStatus> next) {
            if (!next.equals(shown)) {
                shown = next;
                drawn = Marshal.NONE;
                requestLayout();
            }
        }

        void ring(int index) {
            if (index != chosen) {
                chosen = index;
                requestLayout();
            }
        }

        int indexAt(double x, double y) {
            return drawn.indexAt(x, y);
        }

        @Override
        protected void layoutChildren() {
            var next = Marshal.of(shown.size(), getWidth(), getHeight());
            if (!next.equals(drawn)) {
                drawn = next;
                marks.values().forEach(StatusMarks::clear);
                for (var i = 0; i < shown.size(); i++) {
                    marks.computeIfAbsent(shown.get(i), StatusMarks::new)
                            .add(drawn.x(i), drawn.y(i), drawn.mark());
                }
                marks.values().forEach(StatusMarks::draw);
            }
            ring.setVisible(chosen >= 0);
            ring.resizeRelocate(
                    drawn.x(chosen) - 3, drawn.y(chosen) - 3, drawn.mark() + 6, drawn.mark() + 6);
        }
    }

    /// Where marks stand: so many across, and how far apart.
    record Marshal(int count, int across, int pitch) {

        static final Marshal NONE = new Marshal(0, 1, 1);
        private static final int PITCH_MAX = 20;

        static Marshal of(int count, double width, double height) {
            for (var pitch = PITCH_MAX; pitch > 2; pitch--) {
                var across = (int) (width / pitch);
                if (across > 0 && across * (int) (height / pitch) >= count) {
                    return new Marshal(count, across, pitch);
                }
            }
            return new Marshal(count, Math.max(1, (int) (width / 2)), 2);
        }

        double x(int index) {
            return Math.floorMod(index, across) * pitch;
        }

        double y(int index) {
            return Math.floorDiv(index, across) * pitch;
        }

        double mark() {
            return pitch > 6 ? pitch - 2 : Math.max(1, pitch - 1);
        }

        int indexAt(double x, double y) {
            var column = (int) (x / pitch);
            var row = (int) (y / pitch);
            return x < 0 || y < 0 || column >= across ? -1 : row * across + column;
        }
    }
}
