package ecslab.docker;

import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
import ecslab.engine.TargetChoice;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// A registered target, as the load balancer's threads see it.
final class Member implements TargetChoice.Standing {

    private static final int CONNECTIONS_PER_THREAD = 64;
    private static final int QUEUE = 256;
    private static final int IDLE_MILLIS = 30_000;

    final int port;
    final LoadBalancingProxyClient client;
    final LongAdder served = new LongAdder();
    final LongAdder failed = new LongAdder();
    final AtomicInteger inFlight = new AtomicInteger();
    private volatile Target target;

    /// Slow start: from when until when, as `nanoTime` has it; nothing if both are 0.
    private volatile long slowFrom;

    private volatile long slowUntil;

    /// @param port the computer's port that leads there
    Member(Target target, int port) {
        this.target = target;
        this.port = port;
        client =
                new LoadBalancingProxyClient()
                        .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                        .setMaxQueueSize(QUEUE)
                        .setProblemServerRetry(0)
                        .setTtl(IDLE_MILLIS);
        client.addHost(uri());
    }

    URI uri() {
        return URI.create("http://" + Blueprint.LOOPBACK + ":" + port);
    }

    Target target() {
        return target;
    }

    void become(Target next) {
        target = next;
    }

    void slowStart(long now, long lastsNanos) {
        slowFrom = now;
        slowUntil = now + lastsNanos;
    }

    @Override
    public TargetState state() {
        return target.state();
    }

    @Override
    public int outstanding() {
        return inFlight.get();
    }

    @Override
    public boolean isSlow(long now) {
        return now < slowUntil;
    }

    @Override
    public double share(long now) {
        return isSlow(now) ? (double) (now - slowFrom) / (slowUntil - slowFrom) : 1;
    }

    /// Takes no more requests; those in flight end as they end.
    void close() {
        client.removeHost(uri());
    }

    TargetCount count() {
        return new TargetCount(target, port, served.sum(), failed.sum(), inFlight.get());
    }
}
