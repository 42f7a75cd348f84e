package ecslab.stage.picture;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Many instances of a group and an Availability Zone: how many of each state, and how full they
/// are, from empty to full in ten columns.
final class FleetField implements Actor {

    /// A column for each tenth of the CPU that tasks have reserved; what is full has one of its
    /// own.
    private static final int TENTHS = 11;

    /// Left and right of the words.
    private static final double SIDES = 14;

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final VBox box = new VBox();
    private final Label title = Parts.label("fleet-title");
    private final Bars bars = new Bars();
    private final String cluster;
    private final String zone;
    private final String group;

    private FleetField(String cluster, String zone, String group) {
        this.cluster = cluster;
        this.zone = zone;
        this.group = group;
        box.getStyleClass().addAll("card", "fleet-field");
        box.getChildren().addAll(title, bars);
        VBox.setVgrow(bars, javafx.scene.layout.Priority.ALWAYS);
    }

    /// @param id `CLUSTER|ZONE|GROUP`
    static FleetField of(String id) {
        var parts = id.split("\\|", 3);
        return new FleetField(parts[0], parts[1], parts[2]);
    }

    /// As many bars as tenths, each as high as its share of the largest.
    private static final class Bars extends Pane {

        private final List<Region> columns = new ArrayList<>();
        private int[] counts = new int[TENTHS];

        Bars() {
            getStyleClass().add("fleet-bars");
            for (var i = 0; i < TENTHS; i++) {
                var column = new Region();
                column.getStyleClass().add("fleet-bar");
                column.pseudoClassStateChanged(FULL, i == TENTHS - 1);
                columns.add(column);
            }
            getChildren().addAll(columns);
            setMinHeight(0);
        }

        void show(int[] next) {
            counts = next;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            var most = 1;
            for (int count : counts) {
                most = Math.max(most, count);
            }
            var width = getWidth() / TENTHS;
            for (var i = 0; i < TENTHS; i++) {
                var height = counts[i] == 0 ? 1 : Math.max(2, getHeight() * counts[i] / most);
                columns.get(i)
                        .resizeRelocate(
                                Math.rint(i * width),
                                Math.rint(getHeight() - height),
                                Math.max(1, Math.rint(width) - 2),
                                Math.rint(height));
            }
        }
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var counts = new int[TENTHS];
        var all = 0;
        var draining = 0;
        var silent = 0;
        var tasks = 0;
        for (var one : moment.machines().of(cluster, zone, group)) {
            all++;
            tasks += one.runningTasksCount() + one.pendingTasksCount();
            draining += one.status() == ContainerInstanceStatus.DRAINING ? 1 : 0;
            silent += one.isRegistered() && !one.agentConnected() ? 1 : 0;
            counts[tenth(one)]++;
        }
        var said = new StringBuilder();
        if (draining > 0) {
            said.append(" · ").append(draining).append(" DRAINING");
        }
        if (silent > 0) {
            said.append(" · ").append(moment.say("picture.fleet.silent", "count", silent));
        }
        var whole = moment.say("picture.fleet", "count", all, "tasks", tasks) + said;
        var brief = moment.say("picture.fleet.short", "count", all, "tasks", tasks) + said;
        title.setText(TextWidths.fitting(title, spot.box().width() - SIDES, List.of(whole, brief)));
        bars.show(counts);
        box.setAccessibleText(whole);
    }

    private static int tenth(ContainerInstance one) {
        var whole = one.registered().cpuUnits();
        var taken = whole - one.remaining().cpuUnits();
        return whole == 0 ? 0 : Math.clamp((long) taken * (TENTHS - 1) / whole, 0, TENTHS - 1);
    }

    /// Container instances by where their squares stand; gathered once a frame for all.
    record Fleet(Map<String, List<ContainerInstance>> byPlace) {

        static final Fleet NONE = new Fleet(Map.of());

        static Fleet of(ClusterState state) {
            var capacity = state.capacity();
            var byPlace = new HashMap<String, List<ContainerInstance>>();
            for (var one : capacity.containerInstances().values()) {
                var machine = capacity.instances().get(one.ec2InstanceId());
                if (machine != null && machine.isAlive()) {
                    byPlace.computeIfAbsent(key(one, machine), _ -> new ArrayList<>()).add(one);
                }
            }
            return new Fleet(byPlace);
        }

        private static String key(ContainerInstance one, Ec2Instance machine) {
            return one.cluster()
                    + "|"
                    + machine.availabilityZone()
                    + "|"
                    + machine.autoScalingGroup();
        }

        List<ContainerInstance> of(String cluster, String zone, String group) {
            return byPlace.getOrDefault(cluster + "|" + zone + "|" + group, List.of());
        }
    }

    @Override
    public Optional<Ref> chooses() {
        return group.isEmpty()
                ? Optional.empty()
                : Optional.of(Ref.of(Kind.AUTO_SCALING_GROUP, group));
    }
}
