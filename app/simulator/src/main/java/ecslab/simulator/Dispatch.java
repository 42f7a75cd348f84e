package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.HttpRequest;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.scenario.Client;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.Traffic;
import ecslab.engine.RuleMatch;
import ecslab.simulator.Doors.Door;
import ecslab.simulator.PlaneState.GroupStay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What becomes of a request: which rule it meets, which target gets it, and how and when it will
/// end (behaviour reference §7.2, §7.6).
final class Dispatch {

    private static final int OK = 200;
    private static final int GAVE_UP = 460;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /// The kernel gives the program and whoever burns CPU beside it the same.
    private static final int SHARERS_OF_BURNT_CPU = 2;

    /// How long an Application Load Balancer waits for a target to take a connection (ALB guide,
    /// *Troubleshoot*).
    private static final long CONNECT_TIMEOUT = 10_000_000;

    /// How long a program's farewell to an idle connection is on its way. What the load balancer
    /// sends meanwhile is lost. A guess: a round trip within a Region takes about a millisecond,
    /// and a busy program's longer.
    private static final long FAREWELL = 5_000;

    private static final long IDLE_TIMEOUT_OF_NLB = 350_000_000;

    private final PlaneState state;
    private final Fleet fleet;
    private final Gate gate;
    private final Chooser chooser;
    private final Teller teller;
    private final Whys whys;
    private final List<Traffic> traffic;
    private final long seed;

    Dispatch(
            PlaneState state,
            Fleet fleet,
            Gate gate,
            Chooser chooser,
            Teller teller,
            Whys whys,
            List<Traffic> traffic,
            long seed) {
        this.state = state;
        this.fleet = fleet;
        this.gate = gate;
        this.chooser = chooser;
        this.teller = teller;
        this.whys = whys;
        this.traffic = traffic;
        this.seed = seed;
    }

    /// How a request is going to end.
    ///
    /// @param at in microseconds
    private record End(long at, int lane, int station, int status, RequestCause cause) {

        static End now(long now, int status, RequestCause cause) {
            return new End(now, Flight.NOWHERE, Flight.NOWHERE, status, cause);
        }
    }

    Client client(int crowd) {
        return crowd == Flight.BY_HAND ? Client.USUAL : traffic.get(crowd).client();
    }

    /// Sends a request on its way.
    void send(Asked asked, Listener listener, long now) {
        var end = meet(asked, listener, now);
        var patience = now + micros(client(asked.crowd()).timeout());
        var goesOn = end.at() > patience && end.cause() != RequestCause.UNREACHABLE;
        state.flights.add(
                new Flight(
                        goesOn ? patience : end.at(),
                        state.nextOrder++,
                        asked.request(),
                        asked.crowd(),
                        asked.pathNumber(),
                        asked.user(),
                        asked.attempt(),
                        asked.sentAt(),
                        asked.isTold(),
                        end.lane(),
                        end.station(),
                        goesOn ? gaveUp(asked.balancer()) : end.status(),
                        goesOn ? RequestCause.CLIENT_GONE : end.cause()));
    }

    private static int gaveUp(LoadBalancer balancer) {
        return balancer.type() == LoadBalancer.Type.NETWORK ? 0 : GAVE_UP;
    }

    private End meet(Asked asked, Listener listener, long now) {
        if (!gate.isOpen(asked.balancer(), listener)) {
            var gone = now + micros(client(asked.crowd()).timeout());
            return End.now(gone, 0, RequestCause.UNREACHABLE);
        }
        return switch (action(asked, listener)) {
            case Forward forward -> forward(asked, listener, forward, now);
            case RuleAction.FixedResponse(int code, _, _) ->
                    End.now(now, code, RequestCause.FIXED_RESPONSE);
            case RuleAction.Redirect redirect ->
                    End.now(now, redirect.statusCode(), RequestCause.REDIRECTED);
        };
    }

    private RuleAction action(Asked asked, Listener listener) {
        if (listener.rules().size() == 1) {
            return listener.defaultRule().action();
        }
        var client = client(asked.crowd());
        var host = client.host().isEmpty() ? asked.balancer().dnsName() : client.host();
        var address = "203.0.113." + asked.user() % 256;
        var plain = HttpRequest.get(host, asked.path(), address);
        return RuleMatch.first(
                        listener,
                        new HttpRequest(
                                client.method(),
                                host,
                                plain.path(),
                                plain.query(),
                                client.headers(),
                                address))
                .action();
    }

    private End forward(Asked asked, Listener listener, Forward forward, long now) {
        var pool = groupOf(asked, listener, forward, now).map(state.pools::get);
        var keeps = client(asked.crowd()).keepAlive();
        var chosen = pool.flatMap(it -> chooser.choose(it, asked, now, keeps));
        if (chosen.isEmpty()) {
            return End.now(now, status(asked, UNAVAILABLE), RequestCause.NO_REGISTERED_TARGETS);
        }
        var lane = chosen.get();
        whys.chosen(asked, pool.get(), lane, chooser);
        teller.routed(asked, lane);
        lane.outstanding++;
        return reach(asked, lane, now);
    }

    private Optional<String> groupOf(Asked asked, Listener listener, Forward forward, long now) {
        if (forward.targetGroups().size() == 1 && forward.totalWeight() > 0) {
            return Optional.of(forward.targetGroups().getFirst().targetGroupArn());
        }
        var key = listener.arn() + " " + asked.userKey();
        var stay = state.groupStays.get(key);
        if (!forward.stickiness().isZero() && stay != null && now < stay.until()) {
            return Optional.of(stay.targetGroupArn());
        }
        var part = Chance.fraction(Chance.draw(seed, "weights", asked.request()));
        var group = RuleMatch.weigh(forward, part);
        if (!forward.stickiness().isZero() && group.isPresent()) {
            var until = now + micros(forward.stickiness());
            state.groupStays.put(key, new GroupStay(group.get(), until));
        }
        return group;
    }

    private End reach(Asked asked, Lane lane, long now) {
        if (gate.isBlocked(lane.target)) {
            return silence(asked, lane, now, RequestCause.TIMED_OUT);
        }
        return switch (fleet.doors().at(lane.target.task(), lane.target.id().port())) {
            case Door.Silent(var why) -> silence(asked, lane, now, why);
            case Door.Closed _ -> lost(asked, lane, now, RequestCause.CONNECTION_REFUSED);
            case Door.Open open -> enter(asked, lane, open, now);
        };
    }

    /// Nobody answers the load balancer. A Network Load Balancer hands connections on, so that its
    /// users wait themselves.
    private End silence(Asked asked, Lane lane, long now, RequestCause why) {
        var isNetwork = asked.balancer().type() == LoadBalancer.Type.NETWORK;
        var patience =
                isNetwork
                        ? micros(client(asked.crowd()).timeout())
                        : why == RequestCause.TOO_SLOW
                                ? idleTimeout(asked.balancer())
                                : CONNECT_TIMEOUT;
        return new End(
                now + patience, lane.number, Flight.NOWHERE, status(asked, GATEWAY_TIMEOUT), why);
    }

    private static End lost(Asked asked, Lane lane, long now, RequestCause why) {
        return new End(now, lane.number, Flight.NOWHERE, status(asked, BAD_GATEWAY), why);
    }

    /// A Network Load Balancer knows no statuses.
    private static int status(Asked asked, int status) {
        return asked.balancer().type() == LoadBalancer.Type.NETWORK ? 0 : status;
    }

    private End enter(Asked asked, Lane lane, Door.Open open, long now) {
        var load = open.behaviour().load();
        var limit = idleTimeout(asked.balancer());
        var keepAlive = micros(load.keepAlive());
        var idle = lane.idle(now);
        if (keepAlive < limit && Math.abs(idle - keepAlive) <= FAREWELL) {
            lane.idleSince = -1;
            return lost(asked, lane, now, RequestCause.KEEP_ALIVE_ENDED);
        }
        var station = station(lane, open);
        if (!station.hasRoom(now, load)) {
            return silence(asked, lane, now, RequestCause.NO_ROOM);
        }
        var end = take(station, lane, open.behaviour(), now);
        return end - now > limit
                ? new End(
                        now + limit,
                        lane.number,
                        station.number,
                        status(asked, GATEWAY_TIMEOUT),
                        RequestCause.TOO_SLOW)
                : new End(end, lane.number, station.number, OK, RequestCause.SERVED);
    }

    private long take(Station station, Lane lane, ImageBehaviour image, long now) {
        var times = fleet.doors().slowness(lane.target.task(), image);
        var sharers = fleet.doors().burns(lane.target.task(), image) ? SHARERS_OF_BURNT_CPU : 1;
        return station.take(
                now,
                image.load(),
                micros(image.requestCpu()) * times * sharers,
                micros(image.requestTime()) * times);
    }

    private Station station(Lane lane, Door.Open open) {
        var key = lane.target.task() + "/" + open.container();
        var known = state.stationOf.get(key);
        if (known != null) {
            return state.stations.get(known);
        }
        var made =
                new Station(
                        state.stations.size(),
                        lane.target.task(),
                        open.container(),
                        open.cpuUnits());
        state.stations.add(made);
        state.stationOf.put(key, made.number);
        return made;
    }

    private static long idleTimeout(LoadBalancer balancer) {
        return balancer.type() == LoadBalancer.Type.NETWORK
                ? IDLE_TIMEOUT_OF_NLB
                : micros(balancer.attributes().seconds(ElbAttributes.IDLE_TIMEOUT));
    }

    private static long micros(Duration span) {
        return span.toNanos() / 1_000;
    }
}
