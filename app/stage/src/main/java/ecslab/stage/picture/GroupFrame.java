package ecslab.stage.picture;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.layout.Spot;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// An Auto Scaling group around its instances: how many there should be, and which capacity
/// provider moves that number.
final class GroupFrame implements Actor {

    private static final String RESERVATION = "CapacityProviderReservation = ";

    /// Where the caption has words to spare.
    private static final double WIDE_MIN = 620;

    private final Region box = Parts.area("group-frame");
    private final Lettering lettering;
    private final Label title = Parts.label("area-title");
    private final Label desired = Parts.word("count-desired");
    private final Label bounds = Parts.word("count-desired");
    private final Label provider = Parts.label("area-about");
    private final String name;

    GroupFrame(String name) {
        this.name = name;
        lettering =
                new Lettering(
                        "group",
                        Parts.icon("area-icon"),
                        title,
                        desired,
                        bounds,
                        Parts.spring(),
                        provider);
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
        var group = moment.state().capacity().autoScalingGroups().get(name);
        if (group == null) {
            return;
        }
        var isWide = spot.box().width() >= WIDE_MIN;
        title.setText(moment.say(isWide ? "picture.group" : "picture.group.short", "name", name));
        desired.setText(moment.say("picture.desired", "count", group.desiredCapacity()));
        bounds.setText(
                moment.say("picture.group.bounds", "min", group.minSize(), "max", group.maxSize()));
        provider.setText(providerOf(moment, group, isWide));
        box.setAccessibleText(
                String.join(
                        ", ",
                        List.of(
                                title.getText(),
                                desired.getText(),
                                bounds.getText(),
                                provider.getText())));
    }

    private static String providerOf(Moment moment, AutoScalingGroup group, boolean isWide) {
        return moment.state().capacity().capacityProviders().values().stream()
                .filter(one -> one.autoScalingGroup().equals(group.name()))
                .findFirst()
                .map(one -> said(moment, one, isWide))
                .orElse("");
    }

    private static String said(Moment moment, CapacityProvider provider, boolean isWide) {
        var named =
                isWide
                        ? moment.say("picture.group.provider", "name", provider.name())
                        : provider.name();
        return reservation(moment, provider)
                .map(figure ->
                        named
                                + " · "
                                + moment.say(
                                        "picture.group.reservation",
                                        "percent",
                                        figure,
                                        "target",
                                        provider.managedScaling().targetCapacity()))
                .orElse(named);
    }

    /// ECS's newest figure, in per cent.
    private static Optional<String> reservation(Moment moment, CapacityProvider provider) {
        return moment
                .state()
                .decisions()
                .getOrDefault(Ref.of(Kind.CAPACITY_PROVIDER, provider.name()), List.of())
                .stream()
                .map(Decision::arithmetic)
                .filter(sum -> sum.startsWith(RESERVATION))
                .map(sum -> sum.substring(sum.lastIndexOf(' ') + 1))
                .findFirst();
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.AUTO_SCALING_GROUP, name));
    }
}
