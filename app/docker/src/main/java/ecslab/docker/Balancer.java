package ecslab.docker;

import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.DataPlane;
import ecslab.engine.Observation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntBiFunction;

/// The real load balancers: listeners on loopback, health checks, and the users that the scenario
/// has. Its methods are called on the owner thread.
final class Balancer implements DataPlane, AutoCloseable {

    /// Requests that somebody sends by hand, a browser's as well, belong to this traffic.
    private static final String BY_HAND = "you";

    private static final Duration BY_HAND_EVERY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Bench bench;
    private final ToIntBiFunction<TaskId, Integer> doors;
    private final Witness witness;
    private final int retries;
    private final HttpClient http;
    private final Map<String, LoadBalancer> balancers = new TreeMap<>();

    /// By listener's ARN.
    private final Map<String, Front> fronts = new TreeMap<>();

    /// By ARN.
    private final Map<String, Group> groups = new ConcurrentSkipListMap<>();

    /// @param doors the computer's port that leads to a task's port; 0 if none does
    /// @param retries how often a request is tried again whose target didn't take it
    Balancer(Bench bench, ToIntBiFunction<TaskId, Integer> doors, Witness witness, int retries) {
        this.bench = bench;
        this.doors = doors;
        this.witness = witness;
        this.retries = retries;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    @Override
    public void loadBalancer(LoadBalancer loadBalancer) {
        balancers.put(loadBalancer.name(), loadBalancer);
        fronts.values().stream()
                .filter(front -> front.settings().name().equals(loadBalancer.name()))
                .forEach(front -> front.become(loadBalancer));
    }

    @Override
    public void targetGroup(TargetGroup targetGroup) {
        groups.computeIfAbsent(targetGroup.arn(), _ -> new Group(targetGroup)).become(targetGroup);
    }

    @Override
    public void listener(Listener listener) {
        var known = fronts.get(listener.arn());
        if (known == null) {
            var settings = Objects.requireNonNull(balancers.get(listener.loadBalancer()));
            var rules = new Rules(listener, groups);
            fronts.put(listener.arn(), new Front(settings, rules, retries, witness));
        } else {
            known.rules().become(listener);
        }
    }

    @Override
    public void deleted(BalancingNoun noun, String id) {
        switch (noun) {
            case LOAD_BALANCER -> {
                balancers.remove(id);
                fronts.entrySet().removeIf(it -> isEnded(it, it.getValue().settings().name(), id));
            }
            case TARGET_GROUP -> groups.values().removeIf(it -> it.settings().name().equals(id));
            case LISTENER -> fronts.entrySet().removeIf(it -> isEnded(it, it.getKey(), id));
        }
    }

    private static boolean isEnded(Map.Entry<String, Front> front, String name, String id) {
        if (name.equals(id)) {
            front.getValue().close();
        }
        return name.equals(id);
    }

    /// There is no other network than the computer's.
    @Override
    public void network(Network network) {}

    @Override
    public void route(TargetGroup settings, Target target) {
        var group = Objects.requireNonNull(groups.get(settings.arn()), "nobody listens for it");
        var known =
                group.find(target.id()).filter(one -> one.target().task().equals(target.task()));
        if (target.state() == TargetState.UNUSED) {
            known.ifPresent(group::remove);
            return;
        }
        if (known.isPresent()) {
            group.become(known.get(), target);
            return;
        }
        var member = new Member(target, doors.applyAsInt(target.task(), target.id().port()));
        group.add(member);
        var nanos = settings.healthCheck().interval().toNanos();
        var first = Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos));
        bench.hands().later(first, () -> probe(group, member));
    }

    /// On a timer, until the target leaves.
    private void probe(Group group, Member member) {
        var target = member.target();
        if (!group.isChecked(target)) {
            return;
        }
        var check = group.settings().healthCheck();
        bench.hands().later(check.interval(), () -> probe(group, member));
        if (check.matcher().isEmpty()) {
            bench.hands().work(() -> connect(target, member.port, check.timeout()));
            return;
        }
        var request =
                HttpRequest.newBuilder(URI.create(member.uri() + check.path()))
                        .timeout(check.timeout())
                        .header("User-Agent", "ELB-HealthChecker/2.0")
                        .build();
        var _ =
                http.sendAsync(request, BodyHandlers.discarding())
                        .handle((answer, failure) -> {
                            var status = failure == null ? answer.statusCode() : status(failure);
                            bench.tell(new Observation.ProbeAnswered(target.id(), status));
                            return true;
                        });
    }

    /// A TCP check only opens a connection.
    private void connect(Target target, int port, Duration timeout) {
        var status = Observation.ProbeAnswered.CONNECTED;
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) timeout.toMillis());
        } catch (SocketTimeoutException _) {
            status = Observation.ProbeAnswered.TIMED_OUT;
        } catch (IOException _) {
            status = 0;
        }
        bench.tell(new Observation.ProbeAnswered(target.id(), status));
    }

    private static int status(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException && !(cause instanceof ConnectException)
                ? Observation.ProbeAnswered.TIMED_OUT
                : 0;
    }

    @Override
    public void send(LoadBalancer loadBalancer, String path, int count) {
        for (var i = 0; i < count; i++) {
            bench.hands()
                    .later(
                            BY_HAND_EVERY.multipliedBy(i),
                            () -> send(BY_HAND, loadBalancer.name(), path));
        }
    }

    /// Puts the scenario's users to work: each sends at an even pace until its end.
    void begin(List<Traffic> traffic) {
        for (var users : traffic) {
            var rate = Math.min(users.perSecond(), Traffic.EACH_PER_SECOND_MAX);
            var every = Duration.ofNanos((long) (SECOND_NANOS / rate));
            var from = users.from().since(SimInstant.START);
            var until = users.until().since(SimInstant.START);
            bench.hands().later(from, () -> go(users, every, until.minus(from)));
        }
    }

    private void go(Traffic users, Duration every, Duration left) {
        if (left.isPositive()) {
            bench.hands().later(every, () -> go(users, every, left.minus(every)));
            send(users.name(), users.to(), users.path());
        }
    }

    /// The load balancer itself tells what becomes of it.
    private void send(String traffic, String loadBalancer, String path) {
        bench.inbox()
                .accept(() -> {
                    var front = front(loadBalancer);
                    if (front.isEmpty()) {
                        witness.nobody(traffic, loadBalancer, path);
                        return;
                    }
                    var request =
                            HttpRequest.newBuilder(URI.create(url(front.get()) + path))
                                    .timeout(PATIENCE)
                                    .header(Front.TRAFFIC.toString(), traffic)
                                    .build();
                    var _ = http.sendAsync(request, BodyHandlers.discarding());
                });
    }

    private static String url(Front front) {
        return "http://" + Blueprint.LOOPBACK + ":" + front.port();
    }

    /// The listener that `web` or `web:8080` means.
    private Optional<Front> front(String name) {
        return fronts.values().stream()
                .filter(one ->
                        one.settings().name().equals(name)
                                || one.rules().listener().name().equals(name))
                .findFirst();
    }

    /// Where a browser finds each listener, by the name of its load balancer, or `web:8080` for a
    /// second one.
    Map<String, String> urls() {
        var urls = new TreeMap<String, String>();
        for (var front : fronts.values()) {
            var name = front.settings().name();
            urls.put(urls.containsKey(name) ? front.rules().listener().name() : name, url(front));
        }
        return urls;
    }

    List<TargetCount> counts() {
        var all = new ArrayList<TargetCount>();
        groups.values().forEach(group -> all.addAll(group.counts()));
        return all;
    }

    @Override
    public void close() {
        fronts.values().forEach(Front::close);
        http.shutdownNow();
    }
}
