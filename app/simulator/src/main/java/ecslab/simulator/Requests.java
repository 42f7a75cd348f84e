package ecslab.simulator;

import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Sends requests and ends them, each once: what fails is explained, and tried again by whoever
/// does that.
final class Requests {

    private static final int BAD_GATEWAY = 502;

    private final PlaneState state;
    private final SimAgenda agenda;
    private final List<Traffic> traffic;
    private final Gate gate;
    private final Dispatch dispatch;
    private final Teller teller;
    private final Whys whys;

    /// By what users write: what listens there, as long as no listener changes.
    private final TreeMap<String, Optional<Listener>> found = new TreeMap<>();

    Requests(
            PlaneState state,
            SimAgenda agenda,
            List<Traffic> traffic,
            Gate gate,
            Dispatch dispatch,
            Teller teller,
            Whys whys) {
        this.state = state;
        this.agenda = agenda;
        this.traffic = traffic;
        this.gate = gate;
        this.dispatch = dispatch;
        this.teller = teller;
        this.whys = whys;
    }

    /// `web` of `web:8080`.
    static String balancerOf(String to) {
        var colon = to.indexOf(':');
        return colon < 0 ? to : to.substring(0, colon);
    }

    void changed() {
        found.clear();
    }

    void send(int crowd, int path, int user, int attempt, boolean isTold) {
        var now = agenda.now().micros();
        var to =
                crowd == Flight.BY_HAND
                        ? state.hands.get(path).balancer()
                        : traffic.get(crowd).to();
        var name = balancerOf(to);
        var text =
                crowd == Flight.BY_HAND
                        ? state.hands.get(path).path()
                        : traffic.get(crowd).paths().get(path).path();
        var request = ++state.requests;
        var balancer = state.loadBalancers.get(name);
        var listener = found.computeIfAbsent(to, gate::listener);
        teller.sent(request, crowd, name, text, isTold);
        if (balancer == null || listener.isEmpty()) {
            end(Flight.unheard(now, request, crowd, path, user, attempt, isTold));
            return;
        }
        var asked = new Asked(request, crowd, path, text, user, attempt, now, isTold, balancer);
        dispatch.send(asked, listener.get(), now);
    }

    void end(Flight flight) {
        if (flight.waitsToBeSent()) {
            send(flight.crowd(), flight.path(), flight.user(), flight.attempt(), flight.isTold());
            return;
        }
        var now = agenda.now().micros();
        if (flight.lane() != Flight.NOWHERE) {
            var lane = state.lanes.get(flight.lane());
            lane.outstanding--;
            if (flight.cause() == RequestCause.SERVED) {
                lane.idleSince = now;
                var station = state.stations.get(flight.station());
                station.answered++;
                station.latencies[Latencies.bucket(now - flight.sentAt())]++;
            }
        }
        var balancer = balancerOf(flight);
        var isFailure = flight.cause().isFailure(flight.status());
        if (teller.answered(flight, balancer) && isFailure) {
            whys.failed(flight, balancer);
        }
        if (isFailure) {
            tryAgain(flight, now);
        }
    }

    private void tryAgain(Flight flight, long now) {
        var client = dispatch.client(flight.crowd());
        if (flight.attempt() < client.retries()) {
            var at = now + client.retryAfter().toNanos() / 1_000;
            state.flights.add(flight.again(at, state.nextOrder++));
        }
    }

    private String balancerOf(Flight flight) {
        return flight.crowd() == Flight.BY_HAND
                ? state.hands.get(flight.path()).balancer()
                : balancerOf(traffic.get(flight.crowd()).to());
    }

    private boolean isNetwork(Flight flight) {
        var balancer = state.loadBalancers.get(balancerOf(flight));
        return balancer != null && balancer.type() == LoadBalancer.Type.NETWORK;
    }

    /// A program has ended: what it was working on is lost.
    void programEnded(TaskId task, String container) {
        if (state.stationOf.isEmpty()) {
            return;
        }
        var number = state.stationOf.get(task + "/" + container);
        if (number != null) {
            state.stations.get(number).clear(agenda.now().micros());
            cut(flight -> flight.station() == number, RequestCause.TARGET_CLOSED);
        }
    }

    /// The target's deregistration delay is over. A network load balancer leaves its flows alone.
    void cutOff(Lane lane) {
        cut(
                flight -> flight.lane() == lane.number && !isNetwork(flight),
                RequestCause.DEREGISTERED);
    }

    private void cut(Predicate<Flight> which, RequestCause cause) {
        var lost = new ArrayList<Flight>();
        for (var flight : state.flights) {
            if (!flight.waitsToBeSent() && which.test(flight)) {
                lost.add(flight);
            }
        }
        if (lost.isEmpty()) {
            return;
        }
        state.flights.removeIf(flight -> !flight.waitsToBeSent() && which.test(flight));
        lost.sort(Comparator.comparingLong(Flight::request));
        var now = agenda.now().micros();
        for (var flight : lost) {
            var status = isNetwork(flight) ? 0 : BAD_GATEWAY;
            end(flight.ending(now, flight.order(), status, cause));
        }
    }
}
