package ecslab.desktop.shot;

import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.desktop.window.Look;
import ecslab.desktop.window.MainWindow;
import ecslab.ecs.Run;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.Selection;
import ecslab.stage.picture.StageView;
import ecslab.stage.play.Frame;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioFile;
import ecslab.wire.scenario.ScenarioReader;
import ecslab.wire.text.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// Measures how long frames take to show: a service of so many tasks behind a load balancer, with
/// users, once it is there and while some of it is replaced.
public final class FrameBench {

    private static final Duration STEP = Duration.ofMillis(16);

    /// Its own time, so that what else this computer does isn't counted.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WARM_UP = 240;
    private static final int FRAMES = 240;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int BEGIN_SECONDS = 170;
    private static final SimInstant BEGIN = SimInstant.ofSeconds(BEGIN_SECONDS);
    private static final int STOPS = 4;
    private static final int GROUP_MAX = 100;
    private static final String AWSVPC =
            "\"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\": [\"${subnet/a}\","
                    + " \"${subnet/b}\"], \"assignPublicIp\": \"ENABLED\"}},";

    private final Camera.Size size;

    public FrameBench(Camera.Size size) {
        this.size = size;
    }

    /// What was measured.
    ///
    /// @param picture the picture alone
    /// @param window the picture, the log, the inspector and the transport bar
    public record Row(int tasks, boolean onEc2, int frames, Times picture, Times window) {}

    /// In milliseconds.
    ///
    /// @param slowest only one in a hundred is slower
    public record Times(double median, double slowest) {

        static Times of(long[] nanos) {
            Arrays.sort(nanos);
            return new Times(
                    nanos[nanos.length / 2] / NANOS_PER_MILLI,
                    nanos[nanos.length * 99 / 100] / NANOS_PER_MILLI);
        }
    }

    public Row measure(int tasks, boolean onEc2) {
        var file = scenario(tasks, onEc2);
        var run = SimulatedRun.start(file.scenario());
        run.advanceTo(BEGIN);
        var frames = frames(run);
        var row = new CompletableFuture<Row>();
        Camera.onScreen(() -> {
            try {
                Look.loadFonts();
                Look.take(Theme.LIGHT);
                var picture = picture(frames);
                var window = window(file, frames);
                row.complete(new Row(tasks, onEc2, FRAMES, picture, window));
            } catch (RuntimeException | Error failure) {
                row.completeExceptionally(failure);
            }
        });
        return row.join();
    }

    private static List<Frame> frames(Run run) {
        var frames = new ArrayList<Frame>();
        for (var i = 0; i < WARM_UP + FRAMES; i++) {
            run.advanceTo(run.now().plus(STEP));
            var still = Frame.of(run);
            frames.add(
                    new Frame(
                            still.header(),
                            still.at(),
                            still.state(),
                            still.events(),
                            still.position(),
                            still.frontier(),
                            still.commands(),
                            true,
                            1,
                            still.branches()));
        }
        return frames;
    }

    private Times picture(List<Frame> frames) {
        var view = new StageView(MainWindow.words(Language.ENGLISH), new Selection());
        new Scene(view, size.width(), size.height());
        view.resize(size.width(), size.height());
        return time(frames, view, view::show);
    }

    private Times window(ScenarioFile file, List<Frame> frames) {
        var settings = new Settings(Language.ENGLISH, Theme.LIGHT, 100, false, 1);
        var moving = new Moving(frames.getFirst());
        var window = new Camera(settings, size).open(file, moving);
        return time(
                frames,
                window.root(),
                frame -> {
                    moving.turnTo(frame);
                    window.pulse();
                });
    }

    private static Times time(List<Frame> frames, Region root, Consumer<Frame> show) {
        var nanos = new long[FRAMES];
        for (var i = 0; i < frames.size(); i++) {
            var before = THREADS.getCurrentThreadCpuTime();
            show.accept(frames.get(i));
            root.applyCss();
            root.layout();
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = THREADS.getCurrentThreadCpuTime() - before;
            }
        }
        return Times.of(nanos);
    }

    private static ScenarioFile scenario(int tasks, boolean onEc2) {
        try {
            return ScenarioReader.read("bench", text(tasks, onEc2));
        } catch (BadInput ours) {
            throw new IllegalStateException("the scenario of the bench is wrong", ours);
        }
    }

    /// 25 tasks to an instance; each second one task is stopped, as often as a group's tasks are
    /// few.
    private static String text(int tasks, boolean onEc2) {
        var stops = new StringBuilder();
        for (var i = 1; i <= Math.min(tasks, STOPS); i++) {
            stops.append(
                    """
                    , {"at": "%ds", "call": "ecs:StopTask",
                       "with": {"cluster": "demo", "task": "${task/web#%d}"}}
                    """
                            .formatted(BEGIN_SECONDS + i, i));
        }
        return """
        {"title": "bench", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
         "account": "111122223333", "seed": 1, "until": "10m",
         "images": {"web:1": {"sizeMib": 20, "startsIn": "1s", "healthPath": "/"}},
         "traffic": [{"name": "users", "to": "loadBalancer/web", "shape": {"steady": "20/s"},
           "from": "2m40s", "detail": "each"}],
         "setup": [
          {"call": "lab:Network", "with": {
            "availabilityZones": ["us-east-1a", "us-east-1b"], "subnets": "public"}},
          {"call": "ecs:CreateCluster", "with": {"clusterName": "demo"}},
          %s
          {"call": "lab:LoadBalancer", "with": {"name": "web", "listener": 80, "targetGroup": {
            "name": "web", "targetType": "%s", "port": 80, "healthCheckInterval": "300s"}}}],
         "commands": [
          {"at": "1s", "call": "ecs:RegisterTaskDefinition", "with": {
            "family": "web", "networkMode": "%s", "cpu": "256", "memory": "512",
            "requiresCompatibilities": ["%s"], "containerDefinitions": [
              {"name": "web", "image": "web:1", "portMappings": [{"containerPort": 80}]}]}},
          {"at": "40s", "call": "ecs:CreateService", "with": {
            "cluster": "demo", "serviceName": "web", "taskDefinition": "web", "desiredCount": %d,
            "launchType": "%s", %s "loadBalancers": [{"targetGroupArn": "${targetGroup/web}",
              "containerName": "web", "containerPort": 80}]}}
          %s]}
        """
                .formatted(
                        onEc2 ? groups(Math.max(2, Math.ceilDiv(tasks, 25))) : "",
                        onEc2 ? "instance" : "ip",
                        onEc2 ? "bridge" : "awsvpc",
                        onEc2 ? "EC2" : "FARGATE",
                        tasks,
                        onEc2 ? "EC2" : "FARGATE",
                        onEc2 ? "" : AWSVPC,
                        stops);
    }

    /// Auto Scaling groups of as many instances as one may have here.
    private static String groups(int machines) {
        var all = new StringBuilder();
        for (var left = machines; left > 0; left -= GROUP_MAX) {
            var size = Math.min(left, GROUP_MAX);
            all.append(
                    """
                    {"call": "lab:AutoScalingGroup", "with": {
                      "name": "pool-%d", "cluster": "demo", "instanceType": "m5.2xlarge",
                      "desired": %d, "max": %d, "subnets": ["${subnet/a}", "${subnet/b}"]}},
                    """
                            .formatted(left, size, size));
        }
        return all.toString();
    }
}
