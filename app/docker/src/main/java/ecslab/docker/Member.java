package ecslab.docker;

import ecslab.ecs.model.Target;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// A registered target, as the load balancer's threads see it.
final class Member {

    private static final int CONNECTIONS_PER_THREAD = 64;
    private static final int QUEUE = 256;
    private static final int IDLE_MILLIS = 30_000;

    final int port;
    final LoadBalancingProxyClient client;
    final LongAdder served = new LongAdder();
    final LongAdder failed = new LongAdder();
    final AtomicInteger inFlight = new AtomicInteger();
    private volatile Target target;

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

    /// Takes no more requests; those in flight end as they end.
    void close() {
        client.removeHost(uri());
    }

    TargetCount count() {
        return new TargetCount(target, port, served.sum(), failed.sum(), inFlight.get());
    }
}
