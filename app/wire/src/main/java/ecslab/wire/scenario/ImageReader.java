package ecslab.wire.scenario;

import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.RequestLoad;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads one of `images`. What is left out has these defaults, chosen so that a lesson which isn't
/// about it need not mention it.
final class ImageReader {

    static final int LAYERS_DEFAULT = 1;
    static final Duration STARTS_IN_DEFAULT = Duration.ofSeconds(1);
    static final int REQUEST_CPU_MILLIS_DEFAULT = 5;
    static final Duration REQUEST_TIME_DEFAULT = Duration.ofMillis(40);
    static final String HEALTH_PATH_DEFAULT = "/";

    /// ECR's limit is far above; this one keeps a slip of the pen from making a pull of days.
    private static final int SIZE_MIB_MAX = 10_240;

    /// Docker's own limit.
    private static final int LAYERS_MAX = 127;

    private static final int LOAD_MAX = 1_000_000;
    private static final int CPU_MILLIS_MAX = 60_000;

    private ImageReader() {}

    static Optional<ImageBehaviour> read(String uri, Fields images, Problems problems) {
        var image = images.inside(uri, "an image");
        if (!uri.contains(":")) {
            problems.add(
                    images.placeOf(uri),
                    "the image \"" + uri + "\" has no tag",
                    "Write \"" + uri + ":latest\", as the task definition does.");
        }
        return image.map(fields -> read(uri, fields));
    }

    private static ImageBehaviour read(String uri, Fields fields) {
        var sizeMib = (int) fields.needWhole("sizeMib", 1, SIZE_MIB_MAX);
        var layers = (int) fields.whole("layers", 1, LAYERS_MAX, LAYERS_DEFAULT);
        var startsIn = fields.span("startsIn", STARTS_IN_DEFAULT);
        var healthPath = path(fields);
        var request = fields.inside("request", "a request");
        var onSigterm = fields.inside("onSigterm", "onSigterm").map(ProgramReader::onSigterm);
        var end = ProgramReader.end(fields);
        var memory = fields.inside("memory", "the memory").map(ProgramReader::memory);
        var health =
                fields.inside("health", "the health")
                        .map(one -> ProgramReader.health(one, startsIn));
        var architectures = architectures(fields);
        fields.refuseOthers();
        return new ImageBehaviour(
                uri,
                sizeMib,
                layers,
                startsIn,
                request.map(ImageReader::cpu).orElse(millis(REQUEST_CPU_MILLIS_DEFAULT)),
                request.map(ImageReader::time).orElse(REQUEST_TIME_DEFAULT),
                healthPath,
                onSigterm.orElse(ProgramReader.ON_SIGTERM_DEFAULT),
                end,
                memory.orElse(MemoryUse.NONE),
                health.orElse(HealthAnswers.from(startsIn)),
                architectures,
                request.map(ImageReader::load).orElse(RequestLoad.USUAL));
    }

    /// Left out, the image was built for every architecture.
    private static List<String> architectures(Fields fields) {
        var example = "[\"X86_64\", \"ARM64\"]";
        var written = fields.texts("architectures", example);
        if (!ImageBehaviour.EVERYWHERE.containsAll(written)) {
            fields.wrong("architectures", "must be X86_64, ARM64 or both", example);
        }
        return written.isEmpty() ? ImageBehaviour.EVERYWHERE : written;
    }

    private static String path(Fields fields) {
        var path = fields.text("healthPath", HEALTH_PATH_DEFAULT);
        if (!path.startsWith("/")) {
            fields.wrong("healthPath", "must begin with /", "\"/health\"");
        }
        return path;
    }

    private static Duration cpu(Fields request) {
        return millis(request.whole("cpuMillis", 0, CPU_MILLIS_MAX, REQUEST_CPU_MILLIS_DEFAULT));
    }

    private static Duration time(Fields request) {
        return request.span("time", REQUEST_TIME_DEFAULT);
    }

    private static RequestLoad load(Fields request) {
        var usual = RequestLoad.USUAL;
        var load =
                new RequestLoad(
                        (int) request.whole("concurrency", 0, LOAD_MAX, usual.concurrency()),
                        (int) request.whole("queue", 0, LOAD_MAX, usual.queue()),
                        request.span("keepAlive", usual.keepAlive()));
        request.refuseOthers();
        return load;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
