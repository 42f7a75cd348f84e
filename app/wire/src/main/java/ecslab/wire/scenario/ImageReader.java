package ecslab.wire.scenario;

import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import java.time.Duration;
import java.util.Optional;

/// Reads one of `images`. What is left out has these defaults, chosen so that a lesson which isn't
/// about it need not mention it.
final class ImageReader {

    static final int LAYERS_DEFAULT = 1;
    static final Duration STARTS_IN_DEFAULT = Duration.ofSeconds(1);
    static final int REQUEST_CPU_MILLIS_DEFAULT = 5;
    static final Duration REQUEST_TIME_DEFAULT = Duration.ofMillis(40);
    static final String HEALTH_PATH_DEFAULT = "/";
    static final Duration DRAINS_FOR_DEFAULT = Duration.ZERO;

    /// A program that doesn't handle SIGTERM: 128 + 15.
    static final int EXIT_CODE_DEFAULT = 143;

    /// ECR's limit is far above; this one keeps a slip of the pen from making a pull of days.
    private static final int SIZE_MIB_MAX = 10_240;

    /// Docker's own limit.
    private static final int LAYERS_MAX = 127;

    private static final int CPU_MILLIS_MAX = 60_000;
    private static final int EXIT_CODE_MAX = 255;

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
        var onSigterm = fields.inside("onSigterm", "onSigterm");
        fields.refuseOthers();
        return new ImageBehaviour(
                uri,
                sizeMib,
                layers,
                startsIn,
                request.map(ImageReader::cpu).orElse(millis(REQUEST_CPU_MILLIS_DEFAULT)),
                request.map(ImageReader::time).orElse(REQUEST_TIME_DEFAULT),
                healthPath,
                onSigterm.map(ImageReader::drainsFor).orElse(DRAINS_FOR_DEFAULT),
                onSigterm.map(ImageReader::exitCode).orElse(EXIT_CODE_DEFAULT));
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
        var time = request.span("time", REQUEST_TIME_DEFAULT);
        request.refuseOthers();
        return time;
    }

    private static Duration drainsFor(Fields onSigterm) {
        return onSigterm.span("drainsFor", DRAINS_FOR_DEFAULT);
    }

    private static int exitCode(Fields onSigterm) {
        var code = (int) onSigterm.whole("exitCode", 0, EXIT_CODE_MAX, EXIT_CODE_DEFAULT);
        onSigterm.refuseOthers();
        return code;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
