package ecslab.stage.picture;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// An EC2 instance around the tasks on it: what it is, whether it takes tasks, and how much of it
/// is reserved.
final class InstanceFrame implements Actor {

    private static final PseudoClass DRAINING = PseudoClass.getPseudoClass("draining");
    private static final PseudoClass DISCONNECTED = PseudoClass.getPseudoClass("disconnected");
    private static final PseudoClass UNREGISTERED = PseudoClass.getPseudoClass("unregistered");
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");
    private static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");

    /// Of `i-` and 17 digits, so many tell instances apart.
    private static final int ID_SHOWN = 6;

    /// Where the caption has words to spare.
    private static final double WIDE_MIN = 200;

    private static final double TWO_PORTS_MIN = 320;

    /// ECS reserves no more host ports than this on an instance, those of the agent among them.
    private static final int PORTS_MAX = 100;

    /// Ports from here on are given out by the agent and count for nothing.
    private static final int DYNAMIC_PORTS = 32_768;

    private final Region box = Parts.area("instance-frame");
    private final Lettering lettering;
    private final Label title = Parts.word("area-title");
    private final Label about = Parts.label("area-about");
    private final Label ports = Parts.word("instance-ports");
    private final Label status = Parts.word("instance-status");
    private final HBox statusChip = Parts.row(Parts.icon("instance-icon"), status);
    private final Meter cpu = new Meter();
    private final Meter memory = new Meter();
    private final Meter enis = new Meter();
    private final Meter hostPorts = new Meter();
    private final MeterRow meters = new MeterRow(List.of(cpu, memory, enis, hostPorts));
    private final String id;
    private boolean hasTasks;

    /// @param id `i-…`
    InstanceFrame(String id) {
        this.id = id;
        statusChip.getStyleClass().add("instance-chip");
        lettering =
                new Lettering(
                        "instance",
                        Parts.icon("area-icon"),
                        title,
                        about,
                        Parts.spring(),
                        ports,
                        statusChip);
        lettering.add(meters);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<Lettering> lettering() {
        return Optional.of(lettering);
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var instance = moment.state().capacity().instances().get(id);
        if (instance == null) {
            return;
        }
        var registered = moment.state().capacity().registeredBy(id);
        title.setText(instance.name());
        about.setText(instance.instanceType() + " · " + abbreviated(id));
        Parts.present(about, spot.box().width() >= WIDE_MIN);
        meters.setPrefHeight(moment.layout().measure().meters());
        hasTasks = spot.box().height() >= moment.layout().measure().withTasks();
        var hasMeters = spot.box().height() >= moment.layout().measure().withMeters();
        Parts.present(meters, registered.isPresent() && hasMeters);
        var width = spot.box().width();
        registered.ifPresentOrElse(one -> show(moment, one, width), () -> unregistered(instance));
        var isStopped =
                instance.state() == Ec2InstanceState.STOPPED
                        || instance.state() == Ec2InstanceState.STOPPING;
        mark(STOPPED, isStopped);
        if (isStopped) {
            status.setText(instance.state().printed());
        }
        mark(UNREGISTERED, registered.isEmpty());
        mark(INACTIVE, registered.filter(InstanceFrame::isInactive).isPresent());
        box.setAccessibleText(spoken(registered.isPresent()));
    }

    static String abbreviated(String id) {
        return id.length() <= ID_SHOWN ? id : id.substring(0, ID_SHOWN) + "…";
    }

    /// It is on its way in, or out; or its agent never registered it.
    private void unregistered(Ec2Instance instance) {
        status.setText(instance.state().printed());
        Parts.present(ports, false);
        look(false, false);
    }

    private void show(Moment moment, ContainerInstance one, double width) {
        var isLost = one.isRegistered() && !one.agentConnected();
        var lost = "picture.instance.disconnected" + (width < WIDE_MIN ? ".short" : "");
        status.setText(isLost ? moment.say(lost) : one.status().name());
        look(one.status() == ContainerInstanceStatus.DRAINING, isLost);
        meter(moment, one);
        ports.setText(reserved(moment, one, width));
        Parts.present(ports, !ports.getText().isEmpty());
    }

    /// What a task may be refused for.
    private void meter(Moment moment, ContainerInstance one) {
        var all = one.registered();
        var left = one.remaining();
        show(moment, cpu, "cpu", all.cpuUnits() - left.cpuUnits(), all.cpuUnits());
        show(moment, memory, "memory", all.memoryMib() - left.memoryMib(), all.memoryMib());
        show(moment, enis, "enis", all.enis() - left.enis(), all.enis());
        var reserved =
                reserved(all.ports(), left.ports()) + reserved(all.portsUdp(), left.portsUdp());
        show(moment, hostPorts, "ports", reserved, PORTS_MAX);
        Parts.present(enis, all.enis() > 0);
    }

    /// Those of the agent, which were taken from the start, and those that task definitions name.
    private static int reserved(List<Integer> agents, List<Integer> inUse) {
        var named =
                inUse.stream()
                        .filter(port -> port < DYNAMIC_PORTS && !agents.contains(port))
                        .count();
        return agents.size() + (int) named;
    }

    private static void show(Moment moment, Meter meter, String what, int used, int all) {
        var key = "picture.instance." + what;
        meter.show(
                List.of(
                        moment.say(key, "used", used, "all", all),
                        moment.say(key + ".short", "used", used, "all", all),
                        moment.say(key + ".shortest", "used", used, "all", all),
                        moment.say(key + ".name")),
                used,
                all);
    }

    /// Its EC2 instance is still on its way out, or its agent never got in.
    private static boolean isInactive(ContainerInstance one) {
        return switch (one.status()) {
            case INACTIVE, REGISTRATION_FAILED -> true;
            case REGISTERING, ACTIVE, DRAINING, DEREGISTERING -> false;
        };
    }

    private void look(boolean isDraining, boolean isLost) {
        mark(DRAINING, isDraining);
        mark(DISCONNECTED, isLost);
    }

    private void mark(PseudoClass look, boolean isSo) {
        box.pseudoClassStateChanged(look, isSo);
        lettering.pseudoClassStateChanged(look, isSo);
    }

    /// Host ports that tasks have reserved, or where tasks aren't drawn their number. The agent's
    /// own ports were taken from the start.
    private String reserved(Moment moment, ContainerInstance one, double width) {
        if (!hasTasks) {
            var count = one.runningTasksCount() + one.pendingTasksCount();
            return moment.say("picture.instance.tasks", "count", count);
        }
        var taken = new ArrayList<>(one.remaining().ports());
        taken.removeAll(one.registered().ports());
        var most = width < TWO_PORTS_MIN ? 1 : 2;
        var shown =
                taken.stream().limit(most).map(port -> ":" + port).collect(Collectors.joining(" "));
        return taken.size() > most ? shown + " +" + (taken.size() - most) : shown;
    }

    private String spoken(boolean isRegistered) {
        var said = title.getText() + ", " + about.getText() + ", " + status.getText();
        if (!isRegistered) {
            return said;
        }
        var reserved =
                Stream.of(cpu, memory, enis, hostPorts)
                        .filter(Node::isManaged)
                        .map(Meter::words)
                        .collect(Collectors.joining(", ", said + ", ", ""));
        return ports.isManaged() ? reserved + ", " + ports.getText() : reserved;
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.INSTANCE, id));
    }
}
