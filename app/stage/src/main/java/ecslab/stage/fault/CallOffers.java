package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Service;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.fault.Offer.Act;
import ecslab.stage.fault.Offer.Form;
import ecslab.stage.fault.Offer.Tone;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import java.util.ArrayList;
import java.util.List;

/// What AWS's API can do with a thing: one more, one less, or a form.
final class CallOffers {

    private static final String UPDATE = "ecs:UpdateService";

    private CallOffers() {}

    static List<Offer> service(ClusterState state, String id) {
        return state.services().values().stream()
                .filter(service -> service.name().toString().equals(id))
                .findFirst()
                .map(CallOffers::service)
                .orElse(List.of());
    }

    private static List<Offer> service(Service service) {
        var offers = new ArrayList<Offer>();
        int desired = service.desiredCount();
        offers.add(desiring(service, desired + 1));
        if (desired > 0) {
            offers.add(desiring(service, desired - 1));
        }
        offers.add(
                new Form(
                        Phrase.of("offer.update"),
                        UPDATE,
                        json(
                                "cluster",
                                service.name().cluster(),
                                "service",
                                service.name().service())));
        return offers;
    }

    private static Offer desiring(Service service, int count) {
        var fields = json("cluster", service.name().cluster(), "service", service.name().service());
        var with = fields.substring(0, fields.length() - 1) + ",\"desiredCount\":" + count + "}";
        return new Act(Phrase.of("offer.desired", "count", count), read(UPDATE, with), Tone.PLAIN);
    }

    static List<Offer> cluster(String name) {
        return List.of(
                new Form(
                        Phrase.of("offer.createService"),
                        "ecs:CreateService",
                        json("cluster", name)),
                new Form(Phrase.of("offer.runTask"), "ecs:RunTask", json("cluster", name)));
    }

    static List<Offer> taskDefinition(String name) {
        return List.of(
                new Form(Phrase.of("offer.runTask"), "ecs:RunTask", json("taskDefinition", name)),
                new Form(
                        Phrase.of("offer.createService"),
                        "ecs:CreateService",
                        json("taskDefinition", name)));
    }

    static List<Offer> balancer(String name) {
        return List.of(
                new Form(
                        Phrase.of("offer.send"),
                        "lab:SendRequests",
                        json("to", "loadBalancer/" + name)));
    }

    private static String json(String... namesAndValues) {
        var json = new StringBuilder("{");
        for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "\"" : ",\"").append(namesAndValues[i]);
            json.append("\":\"").append(namesAndValues[i + 1]).append('"');
        }
        return json.append('}').toString();
    }

    private static Command read(String call, String json) {
        try {
            return CommandReader.read(call, json);
        } catch (BadInput ours) {
            throw new IllegalStateException(call + " is written wrong: " + json, ours);
        }
    }
}
