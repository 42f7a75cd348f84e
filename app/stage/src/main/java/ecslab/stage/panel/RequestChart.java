package ecslab.stage.panel;

import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.RequestRates;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// Requests a second, failed ones among them, and running tasks, over the whole run up to now.
final class RequestChart extends VBox {

    /// The fewest requests a second and tasks that fill the chart's height.
    private static final int SCALE_MIN = 4;

    private static final double HEADROOM = 1.15;

    private final Words words;
    private final RequestRates rates = new RequestRates();
    private final Label served = Parts.word("value");
    private final Label failed = Parts.word("value");
    private final Label running = Parts.word("value");
    private final Label top = Parts.word("axis", "mono");
    private final Label end = Parts.word("axis", "mono");
    private final Plot plot = new Plot();

    RequestChart(Words words) {
        this.words = words;
        getStyleClass().add("request-chart");
        var legend =
                new HBox(
                        entry("served", served, words, "chart.served"),
                        entry("failed", failed, words, "chart.failed"),
                        entry("running", running, words, "chart.running"),
                        Parts.spring(),
                        top);
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        var time = new HBox(Parts.word("axis", "mono"), Parts.spring(), end);
        ((Label) time.getChildren().getFirst()).setText(Clock.run(SimInstant.START));
        setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(legend, plot, time);
    }

    void show(Frame frame) {
        rates.readOn(frame.events());
        var now = RequestRates.secondOf(frame.at());
        var last = rates.second(Math.max(0, now - 1));
        served.setText(Integer.toString(last.served()));
        failed.setText(Integer.toString(last.failed()));
        running.setText(
                Integer.toString(
                        frame.state().services().values().stream()
                                .mapToInt(service -> service.runningCount())
                                .sum()));
        end.setText(Clock.run(frame.header().until()));
        plot.draw(now, Math.max(1, RequestRates.secondOf(frame.header().until())));
    }

    private static HBox entry(String styleClass, Label value, Words words, String key) {
        var mark = new Region();
        mark.getStyleClass().addAll("mark", styleClass);
        var entry = new HBox(mark, value, Parts.label(words.text(key), "muted-text", "small"));
        entry.getStyleClass().add("entry");
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    /// The lines. One point a second; the second under way isn't drawn until it is over.
    private final class Plot extends Pane {

        private final Polyline servedLine = line("served");
        private final Polyline failedLine = line("failed");
        private final Polyline runningLine = line("running");
        private final Line now = new Line();
        private int from = -1;
        private int seconds = 1;

        private Plot() {
            getStyleClass().add("plot");
            now.getStyleClass().add("now");
            getChildren().addAll(runningLine, servedLine, failedLine, now);
        }

        private void draw(int nowSecond, int all) {
            if (nowSecond != from || all != seconds) {
                from = nowSecond;
                seconds = all;
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            for (var line : List.of(servedLine, failedLine, runningLine)) {
                line.getPoints().clear();
            }
            var most = SCALE_MIN;
            for (var second = 0; second < from; second++) {
                var one = rates.second(second);
                most = Math.max(most, Math.max(one.served() + one.failed(), one.running()));
            }
            var unit = getHeight() / (most * HEADROOM);
            for (var second = 0; second < from; second++) {
                var one = rates.second(second);
                var x = x(second + 1);
                servedLine.getPoints().addAll(x, getHeight() - one.served() * unit);
                failedLine.getPoints().addAll(x, getHeight() - one.failed() * unit);
                runningLine.getPoints().addAll(x, getHeight() - one.running() * unit);
            }
            now.setStartX(x(from));
            now.setEndX(x(from));
            now.setEndY(getHeight());
            top.setText(words.now("chart.most", "count", most));
        }

        private double x(int second) {
            return getWidth() * second / seconds;
        }

        private static Polyline line(String styleClass) {
            var line = new Polyline();
            line.getStyleClass().addAll("line", styleClass);
            line.setManaged(false);
            return line;
        }
    }
}
