package ecslab.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Many users at once, each asking again as soon as it is answered, over a connection that it
/// keeps.
final class Load implements AutoCloseable {

    private static final int OK = 200;

    final LongAdder requests = new LongAdder();
    final LongAdder failures = new LongAdder();
    private final List<Thread> users = new ArrayList<>();
    private volatile boolean over;

    Load(String url, String path, int count) {
        var at = URI.create(url);
        for (var i = 0; i < count; i++) {
            users.add(Thread.ofPlatform().daemon().start(() -> use(at, path)));
        }
    }

    private void use(URI at, String path) {
        var ask =
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        while (!over) {
            try (var socket = new Socket(at.getHost(), at.getPort())) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream());
                while (!over) {
                    requests.increment();
                    socket.getOutputStream().write(ask);
                    if (answer(in) != OK) {
                        failures.increment();
                    }
                }
            } catch (IOException _) {
                failures.increment();
            }
        }
    }

    private static int answer(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        var length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        end();
    }

    /// Nobody sends any more, and whoever waits has had an answer.
    void end() {
        over = true;
        for (var user : users) {
            try {
                user.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
