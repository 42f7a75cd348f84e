package ecslab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.LoadImageCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A Docker engine, asked in the words that we need. Each call waits for its answer, and throws
/// [EngineGone] or [EngineRefused].
///
/// No API version is asked for: a pinned one fails on engines older or newer than it. Streams have
/// a client of their own, since a pool of connections that streams have used up lets no ping
/// through.
final class DockerEngine implements Closeable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /// Longer than any `stopTimeout` of ours, since stopping waits for it.
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private static final int CONNECTIONS = 48;
    private static final Duration PULL = Duration.ofMinutes(10);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final long MIB = 1 << 20;

    /// What the library puts before the engine's own words, also where nothing is built.
    private static final Pattern LIBRARYS = Pattern.compile("^Could not (build|pull) image: ");

    private final DockerClient asks;
    private final DockerClient streams;

    DockerEngine(String endpoint) {
        this(endpoint, ANSWER);
    }

    DockerEngine(String endpoint, Duration answerWithin) {
        asks = client(endpoint, answerWithin);
        streams = client(endpoint, Duration.ZERO);
    }

    private static DockerClient client(String endpoint, Duration answerWithin) {
        var config =
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(endpoint)
                        .withDockerTlsVerify(false)
                        .build();
        var http =
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .connectionTimeout(CONNECT)
                        .maxConnections(CONNECTIONS);
        if (answerWithin.isPositive()) {
            http.responseTimeout(answerWithin);
        }
        return DockerClientImpl.getInstance(config, http.build());
    }

    EngineInfo info() {
        return ask(() -> EngineInfo.of(asks.versionCmd().exec(), asks.infoCmd().exec()));
    }

    void ping() {
        ask(() -> asks.pingCmd().exec());
    }

    /// Hears what happens to the containers of an owner until the stream ends, which is told last.
    Closeable events(String owner, Consumer<Event> happened, Runnable ended) {
        return ask(() ->
                streams.eventsCmd()
                        .withEventTypeFilter(EventType.CONTAINER)
                        .withLabelFilter(Map.of(Labels.OWNER, owner))
                        .exec(
                                new ResultCallback.Adapter<Event>() {
                                    @Override
                                    public void onNext(Event event) {
                                        happened.accept(event);
                                    }

                                    @Override
                                    public void onError(Throwable cut) {
                                        super.onError(cut);
                                        ended.run();
                                    }

                                    @Override
                                    public void onComplete() {
                                        super.onComplete();
                                        ended.run();
                                    }
                                }));
    }

    /// Creates a container, which doesn't run yet.
    ///
    /// @param described what the container is to be, said to the engine's own command
    /// @return its id
    String create(String image, Function<CreateContainerCmd, CreateContainerCmd> described) {
        return ask(() -> described.apply(asks.createContainerCmd(image)).exec().getId());
    }

    void start(String id) {
        change(() -> asks.startContainerCmd(id).exec());
    }

    /// SIGTERM, and SIGKILL after `patience`.
    void stop(String id, Duration patience) {
        change(() -> asks.stopContainerCmd(id).withTimeout((int) patience.toSeconds()).exec());
    }

    void kill(String id) {
        change(() -> asks.killContainerCmd(id).exec());
    }

    void pause(String id) {
        change(() -> asks.pauseContainerCmd(id).exec());
    }

    void unpause(String id) {
        change(() -> asks.unpauseContainerCmd(id).exec());
    }

    /// With its anonymous volumes; does nothing if it is gone.
    void remove(String id) {
        change(() -> asks.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec());
    }

    Optional<Look> look(String id) {
        return found(() -> Look.of(asks.inspectContainerCmd(id).exec()));
    }

    /// All of them, also those that have ended.
    List<Container> containers(Map<String, String> labels) {
        return ask(() -> asks.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec());
    }

    /// All that carry the label, whatever its value.
    List<Container> containers(String label) {
        return ask(() ->
                asks.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec());
    }

    /// The computer's ports that somebody's containers have taken.
    List<Integer> takenPorts() {
        return ask(() -> asks.listContainersCmd().exec()).stream()
                .flatMap(one -> Arrays.stream(one.getPorts()))
                .filter(port -> port.getPublicPort() != null)
                .map(port -> port.getPublicPort())
                .sorted()
                .distinct()
                .toList();
    }

    void createVolume(String name, Map<String, String> labels) {
        ask(() -> asks.createVolumeCmd().withName(name).withLabels(labels).exec());
    }

    /// All volumes that carry a label, whatever its value, with all their labels.
    Map<String, Map<String, String>> volumes(String label) {
        return ask(() -> {
            var all = new java.util.TreeMap<String, Map<String, String>>();
            var found = asks.listVolumesCmd().withFilter("label", List.of(label)).exec();
            if (found.getVolumes() != null) {
                found.getVolumes()
                        .forEach(one -> {
                            Map<String, String> labels = one.getLabels();
                            all.put(one.getName(), labels == null ? Map.of() : labels);
                        });
            }
            return all;
        });
    }

    void removeVolume(String name) {
        change(() -> asks.removeVolumeCmd(name).exec());
    }

    /// Every tagged image.
    List<LocalImage> images() {
        var all = new ArrayList<LocalImage>();
        for (var image : ask(() -> asks.listImagesCmd().exec())) {
            var tags = image.getRepoTags();
            if (tags != null) {
                for (var tag : tags) {
                    if (!tag.contains("<none>")) {
                        image(tag).ifPresent(all::add);
                    }
                }
            }
        }
        return all;
    }

    Optional<LocalImage> image(String reference) {
        return found(() -> local(reference, asks.inspectImageCmd(reference).exec()));
    }

    private static LocalImage local(String reference, InspectImageResponse seen) {
        var digests = seen.getRepoDigests();
        var id = String.valueOf(seen.getId());
        var digest =
                digests == null || digests.isEmpty()
                        ? id
                        : digests.getFirst().substring(digests.getFirst().indexOf('@') + 1);
        var root = seen.getRootFS();
        var layers = root == null || root.getLayers() == null ? 1 : root.getLayers().size();
        var size = seen.getSize() == null ? 0 : seen.getSize();
        return new LocalImage(
                reference, id, digest, (int) Math.max(1, (size + MIB - 1) / MIB), layers);
    }

    /// Waits until all of it is loaded: newer engines stop halfway when nobody listens any more.
    void load(byte[] archive) {
        ask(() ->
                streams.loadImageAsyncCmd(new ByteArrayInputStream(archive))
                        .exec(new LoadImageCallback())
                        .awaitMessage());
    }

    /// Takes a name from an image; the image goes with its last name.
    void untag(String reference) {
        change(() -> asks.removeImageCmd(reference).withForce(true).exec());
    }

    void pull(String reference) {
        ask(() -> {
            try {
                var done =
                        asks.pullImageCmd(reference)
                                .start()
                                .awaitCompletion(PULL.toMillis(), TimeUnit.MILLISECONDS);
                if (!done) {
                    throw EngineRefused.of(
                            "pulling took longer than " + PULL.toMinutes() + " minutes",
                            new IOException("no answer in time"));
                }
            } catch (InterruptedException stopped) {
                throw new EngineGone(stopped);
            }
            return true;
        });
    }

    /// The last lines that a container wrote.
    String tail(String id, int lines) {
        return read(
                READ,
                out ->
                        asks.logContainerCmd(id)
                                .withStdOut(true)
                                .withStdErr(true)
                                .withTail(lines)
                                .exec(out));
    }

    /// Runs a command in a container, and returns what it wrote.
    String exec(String id, List<String> command) {
        var exec = prepare(id, command);
        return read(READ, out -> streams.execStartCmd(exec).exec(out));
    }

    /// The same for its exit code; negative if it takes longer than it may.
    long execCode(String id, List<String> command, Duration within) {
        var exec = prepare(id, command);
        read(within, out -> streams.execStartCmd(exec).exec(out));
        var code = ask(() -> asks.inspectExecCmd(exec).exec().getExitCodeLong());
        return code == null ? -1 : code;
    }

    private String prepare(String id, List<String> command) {
        return ask(() ->
                asks.execCreateCmd(id)
                        .withCmd(command.toArray(String[]::new))
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
    }

    private static String read(Duration within, Consumer<ResultCallback.Adapter<Frame>> start) {
        return ask(() -> {
            var text = new ByteArrayOutputStream();
            var out =
                    new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            text.writeBytes(frame.getPayload());
                        }
                    };
            start.accept(out);
            try {
                out.awaitCompletion(within.toMillis(), TimeUnit.MILLISECONDS);
                out.close();
            } catch (InterruptedException | IOException stopped) {
                throw new EngineGone(stopped);
            }
            return text.toString(StandardCharsets.UTF_8);
        });
    }

    private static <T> Optional<T> found(Supplier<T> what) {
        return ask(() -> {
            try {
                return Optional.of(what.get());
            } catch (NotFoundException _) {
                return Optional.empty();
            } catch (InternalServerErrorException broken) {
                if (EngineRefused.of(broken).isNoContainer()) {
                    return Optional.empty();
                }
                throw broken;
            }
        });
    }

    /// For what may have been done already: a container that is gone needs no removing.
    private static void change(Runnable what) {
        ask(() -> {
            try {
                what.run();
            } catch (NotModifiedException _) {
                return false;
            }
            return true;
        });
    }

    /// Where nobody answers, the library throws a bare RuntimeException around an IOException.
    private static <T> T ask(Supplier<T> what) {
        try {
            return what.get();
        } catch (DockerException refused) {
            throw EngineRefused.of(refused);
        } catch (DockerClientException unexpected) {
            var words = String.valueOf(unexpected.getMessage());
            throw EngineRefused.of(LIBRARYS.matcher(words).replaceFirst(""), unexpected);
        } catch (EngineRefused | EngineGone known) {
            throw known;
        } catch (RuntimeException gone) {
            if (isCut(gone)) {
                throw new EngineGone(gone);
            }
            throw gone;
        }
    }

    private static boolean isCut(Throwable gone) {
        for (var cause = gone; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        asks.close();
        streams.close();
    }
}
