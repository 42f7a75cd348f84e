package ecslab.stage.fault;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabCapacity.LabCloseRoute;
import ecslab.ecs.command.LabOutage.LabDropRoute;
import ecslab.ecs.command.LabOutage.LabExhaustConnections;
import ecslab.ecs.command.LabOutage.LabSlowDown;
import ecslab.ecs.command.LabOutage.LabZoneOutage;
import java.util.ArrayList;
import java.util.List;

/// What of the offers can be done to real containers. The others need a world of which every part
/// is ours.
public final class LiveOffers {

    private LiveOffers() {}

    public static List<Offer> of(List<Offer> offers) {
        var all = new ArrayList<Offer>();
        for (var offer : offers) {
            switch (offer) {
                case Offer.Act act when fits(act.command()) -> all.add(act);
                case Offer.Act _ -> {}
                case Offer.Group(var says, var choices) -> {
                    var left = of(choices);
                    if (!left.isEmpty()) {
                        all.add(new Offer.Group(says, left));
                    }
                }
                case Offer.Form form -> all.add(form);
            }
        }
        return List.copyOf(all);
    }

    private static boolean fits(Command command) {
        return !(command instanceof LabSlowDown
                || command instanceof LabExhaustConnections
                || command instanceof LabDropRoute
                || command instanceof LabZoneOutage
                || command instanceof LabCloseRoute);
    }
}
