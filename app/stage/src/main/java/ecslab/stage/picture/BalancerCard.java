package ecslab.stage.picture;

import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A load balancer: its listener, its target group, and each target's health.
final class BalancerCard implements Actor {

    private static final int CHIPS_MAX = 4;

    private final HBox box = new HBox();
    private final Label title = Parts.label("card-title");
    private final Label listener = Parts.label("card-detail");
    private final HBox chips = new HBox();
    private final List<Chip> pool = new ArrayList<>();
    private final Label none = Parts.word("balancer-none");
    private final Tooltip rules = new Tooltip();
    private final String name;
    private boolean isShared;

    BalancerCard(String name) {
        this.name = name;
        var words = new VBox(Parts.row(Parts.icon("balancer-icon"), title), listener);
        words.getStyleClass().add("balancer-words");
        Parts.grow(words);
        words.setMinWidth(0);
        chips.getStyleClass().add("balancer-targets");
        chips.getChildren().add(none);
        box.getStyleClass().addAll("card", "balancer-card");
        box.getChildren().addAll(words, chips);
        Tooltip.install(box, rules);
    }

    /// One target, or all targets of a state.
    private static final class Chip {

        private final FontIcon icon = Parts.icon("health-icon");
        private final Label text = Parts.word("chip-text");
        private final HBox box = Parts.row(icon, text);

        Chip() {
            box.getStyleClass().add("target-chip");
        }

        void show(TargetState state, String words) {
            text.setText(words);
            TaskLooks.health(box, state);
        }
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var balancer = moment.state().loadBalancers().get(name);
        if (balancer == null) {
            return;
        }
        var groups = moment.state().balancing().targetGroupsOf(name);
        var listeners = moment.state().balancing().listenersOf(name);
        title.setText(moment.say("picture.balancer", "type", abbreviation(balancer), "name", name));
        isShared = groups.size() > 1;
        var isPlain = !isShared && listeners.stream().allMatch(it -> it.rules().size() == 1);
        listener.setText(
                isPlain && !listeners.isEmpty() && !groups.isEmpty()
                        ? moment.say(
                                "picture.balancer.listener",
                                "protocol",
                                listeners.getFirst().protocol(),
                                "port",
                                listeners.getFirst().port(),
                                "group",
                                groups.getFirst().name())
                        : RuleWords.of(listeners, groups));
        rules.setText(listener.getText());
        var targets =
                moment.state().targets().values().stream()
                        .filter(each -> isIn(each, groups))
                        .toList();
        none.setText(moment.say("picture.balancer.noTargets"));
        Parts.present(none, targets.isEmpty());
        var isFew = targets.size() <= CHIPS_MAX && !isShared;
        var chipped = isFew ? single(moment, targets) : counted(targets);
        showChips(chipped);
        box.setAccessibleText(spoken(chipped));
    }

    private static String abbreviation(LoadBalancer balancer) {
        return switch (balancer.type()) {
            case APPLICATION -> "ALB";
            case NETWORK -> "NLB";
            case CLASSIC -> "CLB";
        };
    }

    private static boolean isIn(Target target, List<TargetGroup> groups) {
        return groups.stream().anyMatch(it -> it.name().equals(target.id().targetGroup()));
    }

    private record Shown(TargetState state, String words) {}

    /// A number is enough among tasks of one service.
    private static List<Shown> single(Moment moment, List<Target> targets) {
        var names = targets.stream().map(each -> moment.nameOf(each.task())).toList();
        var isOneService = names.stream().map(BalancerCard::service).distinct().count() < 2;
        return targets.stream()
                .map(each -> {
                    var name = moment.nameOf(each.task());
                    return new Shown(
                            each.state(),
                            isOneService ? name.substring(service(name).length()) : name);
                })
                .toList();
    }

    /// What stands before the number.
    private static String service(String taskName) {
        return taskName.substring(0, Math.max(0, taskName.lastIndexOf('#')));
    }

    /// By state; of several target groups, by group and state.
    private List<Shown> counted(List<Target> targets) {
        Map<String, Map<TargetState, Long>> counts =
                targets.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> isShared ? it.id().targetGroup() + " " : "",
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                Target::state,
                                                () -> new EnumMap<>(TargetState.class),
                                                Collectors.counting())));
        var shown = new ArrayList<Shown>();
        counts.forEach((group, states) ->
                states.forEach((state, count) ->
                        shown.add(new Shown(state, group + count + stateWord(state)))));
        return shown;
    }

    /// Beside the names of groups there is room for the icon only.
    private String stateWord(TargetState state) {
        return isShared && state == TargetState.HEALTHY ? "" : " " + state.printed();
    }

    private void showChips(List<Shown> shown) {
        while (pool.size() < shown.size()) {
            var chip = new Chip();
            pool.add(chip);
            chips.getChildren().add(chip.box);
        }
        for (var i = 0; i < pool.size(); i++) {
            Parts.present(pool.get(i).box, i < shown.size());
            if (i < shown.size()) {
                pool.get(i).show(shown.get(i).state(), shown.get(i).words());
            }
        }
    }

    private String spoken(List<Shown> shown) {
        var all = new StringBuilder(title.getText()).append(", ").append(listener.getText());
        for (var each : shown) {
            all.append(", ").append(each.words()).append(' ').append(each.state().printed());
        }
        return all.toString();
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.LOAD_BALANCER, name));
    }
}
