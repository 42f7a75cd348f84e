package ecslab.stage.picture;

import ecslab.ecs.model.TargetGroup;
import ecslab.stage.layout.Outlets;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Routes;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Says where the wires of each target group leave a load balancer how much of the traffic goes
/// there, or which.
final class OutletTags {

    private final Group group = new Group();
    private final List<Label> tags = new ArrayList<>();

    OutletTags() {
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    void draw(Moment moment, Routes routes) {
        var used = 0;
        if (!routes.outlets().shares().isEmpty()) {
            for (var balancer : moment.state().loadBalancers().keySet()) {
                var spot = routes.spots().get(Place.of(Part.BALANCER, balancer));
                for (var each : moment.state().balancing().targetGroupsOf(balancer)) {
                    var share = routes.outlets().shares().get(each.name());
                    if (spot != null && share != null) {
                        show(tag(used++), moment, balancer, each, spot, share);
                    }
                }
            }
        }
        for (var tag : tags.subList(used, tags.size())) {
            tag.setVisible(false);
        }
    }

    private Label tag(int index) {
        if (index == tags.size()) {
            var made = new Label();
            made.getStyleClass().add("outlet-tag");
            tags.add(made);
            group.getChildren().add(made);
        }
        return tags.get(index);
    }

    private static void show(
            Label tag, Moment moment, String balancer, TargetGroup group, Spot spot, double share) {
        var box = spot.box();
        var text = group.name() + " " + traffic(moment, balancer, group);
        tag.setVisible(true);
        tag.setOpacity(spot.opacity());
        tag.pseudoClassStateChanged(TaskLooks.IDLE, moment.outlets().isIdle(group.name()));
        if (!text.equals(tag.getText())) {
            tag.setText(text);
        }
        tag.applyCss();
        tag.autosize();
        tag.relocate(
                Math.rint(box.x() + box.width() * share - tag.getWidth() / 2),
                Math.rint(box.bottom() - tag.getHeight() / 3));
    }

    /// Its share of what no special rule takes; of what only a special rule brings, that rule.
    private static String traffic(Moment moment, String balancer, TargetGroup group) {
        var percent = moment.outlets().percents().get(group.name());
        if (percent != null) {
            return percent + " %";
        }
        return Outlets.rules(moment.state(), balancer).stream()
                .filter(rule -> rule.action().targetGroupArns().contains(group.arn()))
                .findFirst()
                .map(RuleWords::conditions)
                .orElse("");
    }
}
