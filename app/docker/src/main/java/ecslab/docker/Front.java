package ecslab.docker;

import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A load balancer's listener: an HTTP server on a port of loopback, which hands each request on to
/// one target.
final class Front implements AutoCloseable {

    /// Whose traffic a request belongs to. Taken away before it goes on.
    static final HttpString TRAFFIC = new HttpString("X-Ecslab-Traffic");

    static {
        // Else Undertow greets everybody on standard error.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private static final AttachmentKey<Passage> PASSAGE = AttachmentKey.create(Passage.class);

    private static final int OPEN_PORTS = 1_024;
    private static final int IO_THREADS = 4;
    private static final int WORKERS = 4;
    private static final int IDLE_SECONDS = 60;
    private static final int MILLIS = 1_000;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    private volatile LoadBalancer settings;
    private volatile HttpHandler proxy;
    private final int retries;
    private final Rules rules;
    private final Undertow server;
    private final Witness witness;
    private final int port;

    /// @param retries how often a request is tried again whose target didn't take it
    Front(LoadBalancer settings, Rules rules, int retries, Witness witness) {
        this.settings = settings;
        this.rules = rules;
        this.retries = retries;
        this.witness = witness;
        port = freePort(rules.listener().port());
        proxy = proxy(settings);
        server =
                Undertow.builder()
                        .addHttpListener(port, Blueprint.LOOPBACK)
                        .setIoThreads(IO_THREADS)
                        .setWorkerThreads(WORKERS)
                        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_SECONDS * MILLIS)
                        .setHandler(exchange -> {
                            begin(exchange);
                            act(exchange);
                        })
                        .build();
        server.start();
    }

    /// The listener's own port if everybody may have it and nobody has; else any.
    private static int freePort(int wanted) {
        try (var taken = socket(wanted < OPEN_PORTS ? 0 : wanted)) {
            return taken.getLocalPort();
        } catch (IOException _) {
            try (var any = socket(0)) {
                return any.getLocalPort();
            } catch (IOException none) {
                throw new java.io.UncheckedIOException(none);
            }
        }
    }

    private static ServerSocket socket(int port) throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private HttpHandler proxy(LoadBalancer of) {
        var idle = of.attributes().number(ElbAttributes.IDLE_TIMEOUT, IDLE_SECONDS);
        return ProxyHandler.builder()
                .setProxyClient(new Choice())
                .setMaxRequestTime(idle * MILLIS)
                .setMaxConnectionRetries(retries)
                .build();
    }

    LoadBalancer settings() {
        return settings;
    }

    void become(LoadBalancer next) {
        settings = next;
        proxy = proxy(next);
    }

    int port() {
        return port;
    }

    Rules rules() {
        return rules;
    }

    /// Does what the first rule says that the request meets.
    private void act(HttpServerExchange exchange) throws Exception {
        switch (rules.action(exchange)) {
            case RuleAction.Forward forward -> {
                exchange.getAttachment(PASSAGE).toGroup(forward, rules.group(forward, exchange));
                proxy.handleRequest(exchange);
            }
            case RuleAction.FixedResponse(int status, var type, var body) -> {
                exchange.setStatusCode(status);
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
                exchange.getResponseSender().send(body);
            }
            case RuleAction.Redirect redirect -> {
                exchange.setStatusCode(redirect.statusCode());
                exchange.getResponseHeaders().put(Headers.LOCATION, location(exchange, redirect));
                exchange.endExchange();
            }
        }
    }

    /// What isn't given stays as it was. Another port of the same host is one of AWS's, which isn't
    /// the computer's: the listener's own stays.
    private static String location(HttpServerExchange exchange, RuleAction.Redirect redirect) {
        var query =
                redirect.query().isEmpty()
                        ? exchange.getQueryString()
                        : redirect.query().replace("#{query}", exchange.getQueryString());
        var plain = exchange.getRequestPath().substring(1);
        var path =
                redirect.path().isEmpty()
                        ? exchange.getRequestPath()
                        : redirect.path().replace("#{path}", plain);
        return origin(redirect) + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String origin(RuleAction.Redirect redirect) {
        var host = redirect.host();
        if (host.isEmpty() || host.equals("#{host}")) {
            return "";
        }
        var protocol = redirect.protocol().equalsIgnoreCase("HTTPS") ? "https" : "http";
        var port = redirect.port();
        return protocol + "://" + host + (port.isEmpty() || port.startsWith("#") ? "" : ":" + port);
    }

    private void begin(HttpServerExchange exchange) {
        var from = exchange.getRequestHeaders().getFirst(TRAFFIC);
        exchange.getRequestHeaders().remove(TRAFFIC);
        var passage =
                new Passage(
                        System.nanoTime(),
                        from == null ? "you" : from,
                        settings.name(),
                        exchange.getRequestPath());
        exchange.putAttachment(PASSAGE, passage);
        exchange.addResponseCommitListener(this::name);
        exchange.addExchangeCompleteListener(this::ended);
    }

    /// What the proxy says in its own name is 502 if there was a target, as it is with ELB.
    private void name(HttpServerExchange exchange) {
        var passage = exchange.getAttachment(PASSAGE);
        var ours = !exchange.getResponseHeaders().contains(Headers.CONTENT_TYPE);
        if (passage.member().isPresent() && ours && exchange.getStatusCode() == UNAVAILABLE) {
            exchange.setStatusCode(BAD_GATEWAY);
        }
        passage.group()
                .ifPresent(group -> {
                    passage.forward().ifPresent(it -> Cookies.keep(it, group, exchange));
                    if (passage.isTaken()) {
                        passage.member().ifPresent(one -> Cookies.keep(group, one, exchange));
                    }
                });
    }

    private void ended(HttpServerExchange exchange, ExchangeCompletionListener.NextListener next) {
        witness.ended(exchange.getAttachment(PASSAGE), exchange.getStatusCode());
        next.proceed();
    }

    @Override
    public void close() {
        server.stop();
    }

    /// Chooses a target for each request, and again for one that is tried again.
    private final class Choice implements ProxyClient {

        private final ProxyTarget somewhere = new ProxyTarget() {};

        @Override
        public ProxyTarget findTarget(HttpServerExchange exchange) {
            return somewhere;
        }

        @Override
        public void getConnection(
                ProxyTarget target,
                HttpServerExchange exchange,
                ProxyCallback<ProxyConnection> callback,
                long timeout,
                TimeUnit unit) {
            var passage = exchange.getAttachment(PASSAGE);
            var chosen = passage.group().flatMap(group -> choose(passage, group, exchange));
            passage.leadTo(chosen);
            if (chosen.isEmpty()) {
                callback.couldNotResolveBackend(exchange);
                return;
            }
            witness.routed(passage);
            var client = chosen.get().client;
            client.getConnection(
                    client.findTarget(exchange),
                    exchange,
                    new Told(passage, callback),
                    timeout,
                    unit);
        }
    }

    /// A user who is tried again is kept by nobody.
    private static Optional<Member> choose(
            Passage passage, Group group, HttpServerExchange exchange) {
        return passage.member().isPresent()
                ? group.choose()
                : Cookies.target(group, exchange).or(group::choose);
    }

    /// Notes whether a target took the connection. One that didn't may be tried again.
    private record Told(Passage passage, ProxyCallback<ProxyConnection> next)
            implements ProxyCallback<ProxyConnection> {

        @Override
        public void completed(HttpServerExchange exchange, ProxyConnection connection) {
            passage.taken();
            next.completed(exchange, connection);
        }

        @Override
        public void failed(HttpServerExchange exchange) {
            next.failed(exchange);
        }

        @Override
        public void couldNotResolveBackend(HttpServerExchange exchange) {
            next.failed(exchange);
        }

        @Override
        public void queuedRequestFailed(HttpServerExchange exchange) {
            next.failed(exchange);
        }
    }
}
