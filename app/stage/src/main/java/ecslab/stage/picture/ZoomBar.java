package ecslab.stage.picture;

import ecslab.ecs.RunKind;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Above the picture: where we are, how late it is there, and the zoom.
final class ZoomBar {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");

    private final Label where = Parts.label("stage-where");
    private final Label reality = Parts.word("stage-reality");
    private final Label branch = Parts.word("stage-branch");
    private final Label clock = Parts.word("stage-clock");
    private final HBox box = new HBox();
    private final Words words;

    private Runnable compose = () -> {};

    ZoomBar(Words words, Node faults, Runnable zoomOut, Runnable zoomIn, Runnable fit) {
        this.words = words;
        reality.setGraphic(Parts.icon("reality-icon"));
        box.getStyleClass().add("stage-bar");
        box.getChildren()
                .addAll(
                        reality,
                        where,
                        branch,
                        faults,
                        Parts.spring(),
                        composing(),
                        button("zoom-out", "picture.zoom.out", zoomOut),
                        button("zoom-in", "picture.zoom.in", zoomIn),
                        button("zoom-fit", "picture.zoom.fit", fit),
                        clock);
    }

    private Button button(String icon, String key, Runnable action) {
        var button = new Button();
        button.setGraphic(Parts.icon(icon + "-icon"));
        button.getStyleClass().addAll("flat", "button-icon", "zoom-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        button.accessibleTextProperty().bind(words.text(key));
        var tip = new Tooltip();
        tip.textProperty().bind(words.text(key));
        button.setTooltip(tip);
        return button;
    }

    void onCompose(Runnable listener) {
        compose = listener;
    }

    private Button composing() {
        var button = button("compose", "picture.compose.tip", () -> compose.run());
        button.setId("compose-open");
        button.getStyleClass().removeAll("button-icon", "zoom-button");
        button.textProperty().bind(words.text("picture.compose"));
        button.setFocusTraversable(true);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    Node node() {
        return box;
    }

    double height() {
        return box.prefHeight(-1);
    }

    void show(Frame frame) {
        var region = frame.header().arns().region();
        var cluster = frame.state().clusters().keySet().stream().findFirst();
        where.setText(
                cluster.map(name -> words.now("picture.where", "region", region, "cluster", name))
                        .orElse(region));
        showReality(frame.header().kind());
        var name = frame.header().branch();
        Parts.present(branch, !name.isEmpty());
        branch.setText(name);
        clock.setText(CLOCK.format(frame.header().calendar(frame.at())) + " UTC");
    }

    /// What is real says so in words and by an icon; what is simulated is the usual.
    private void showReality(RunKind kind) {
        Parts.present(reality, kind != RunKind.SIMULATED);
        reality.setText(
                switch (kind) {
                    case SIMULATED -> "";
                    case LIVE -> words.now("picture.live");
                    case RECORDED -> words.now("picture.recorded");
                });
        reality.pseudoClassStateChanged(RECORDED, kind == RunKind.RECORDED);
    }
}
