package ecslab.stage.panel;

import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.play.WhatIf;
import ecslab.stage.words.Words;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Plays, pauses, steps and seeks, and says where in the run the reader stands.
public final class TransportBar extends HBox {

    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");
    private static final PseudoClass AT_END = PseudoClass.getPseudoClass("at-end");

    private enum Next {
        PLAY,
        PAUSE,
        PLAY_AGAIN
    }

    private final Words words;
    private final Playback playback;
    private final ObjectProperty<Next> next = new SimpleObjectProperty<>(Next.PLAY);
    private final Button play;
    private final MenuButton speed = new MenuButton();
    private final ToggleGroup speeds = new ToggleGroup();
    private final Label clock = Parts.word("clock", "mono");
    private final Label calendar = Parts.word("calendar", "mono");
    private final Scrubber scrubber;
    private final MenuButton branch = new MenuButton();
    private Optional<Frame> shown = Optional.empty();

    /// Moves `playback`, whatever it plays.
    public TransportBar(Words words, Playback playback) {
        this.words = words;
        this.playback = playback;
        play = button("play", playText());
        scrubber = new Scrubber(words, playback::seek);
        Parts.dress(this, "transport-bar");
        setAlignment(Pos.CENTER_LEFT);
        play.setOnAction(_ -> playback.toggle());
        fillSpeed();
        branch.getStyleClass().add("branch");
        branch.setGraphic(Parts.icon("fork"));
        Parts.explain(branch, words.text("transport.branch"));
        Parts.present(branch, false);
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        var time = new VBox(clock, calendar);
        time.getStyleClass().add("time");
        getChildren().addAll(buttons(), speed, time, scrubber, branch);
        words.texts().addListener(_ -> shown.ifPresent(this::showBranches));
    }

    public void show(Frame frame) {
        var before = shown;
        shown = Optional.of(frame);
        next.set(frame.playing() ? Next.PAUSE : frame.isAtEnd() ? Next.PLAY_AGAIN : Next.PLAY);
        play.pseudoClassStateChanged(PLAYING, frame.playing());
        play.pseudoClassStateChanged(AT_END, next.get() == Next.PLAY_AGAIN);
        clock.setText(Clock.run(frame.at()) + " / " + Clock.run(frame.header().until()));
        calendar.setText(Clock.calendar(frame.header(), frame.at()));
        scrubber.show(frame);
        showSpeed(frame.speed());
        if (before.isEmpty() || !sameBranches(before.get(), frame)) {
            showBranches(frame);
        }
    }

    private HBox buttons() {
        var start = button("to-start", words.text("transport.toStart"));
        start.setOnAction(_ -> playback.seek(SimInstant.START));
        var back = button("step-back", words.text("transport.stepBack"));
        back.setOnAction(_ -> playback.step(-1));
        var on = button("step-on", words.text("transport.stepOn"));
        on.setOnAction(_ -> playback.step(1));
        var end = button("to-end", words.text("transport.toEnd"));
        end.setOnAction(_ -> playback.seek(newestMoment()));
        var buttons = new HBox(start, back, play, on, end);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    /// Back to where the reader has been; from there to the end of the run.
    private SimInstant newestMoment() {
        var frame = playback.frame();
        return frame.isInThePast() ? frame.frontier() : frame.header().until();
    }

    private static Button button(String styleClass, ObservableValue<String> text) {
        var button = new Button();
        button.setGraphic(Parts.icon());
        button.getStyleClass().addAll("button-icon", styleClass);
        button.setId("transport-" + styleClass);
        Parts.explain(button, text);
        return button;
    }

    private ObservableValue<String> playText() {
        return Bindings.createStringBinding(
                () ->
                        switch (next.get()) {
                            case PLAY -> words.now("transport.play");
                            case PAUSE -> words.now("transport.pause");
                            case PLAY_AGAIN -> words.now("transport.playAgain");
                        },
                next,
                words.texts());
    }

    private void fillSpeed() {
        speed.getStyleClass().addAll("speed", "flat");
        speed.setId("transport-speed");
        Parts.explain(speed, words.text("transport.speed"));
        for (var offered : Playback.SPEEDS) {
            var item = new RadioMenuItem(times(offered));
            item.setToggleGroup(speeds);
            item.setUserData(offered);
            item.setOnAction(_ -> playback.setSpeed(offered));
            speed.getItems().add(item);
        }
    }

    private void showSpeed(double now) {
        var text = times(now);
        if (text.equals(speed.getText())) {
            return;
        }
        speed.setText(text);
        for (var item : speed.getItems()) {
            ((RadioMenuItem) item).setSelected(item.getUserData().equals(now));
        }
    }

    private static String times(double speed) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(speed)
                + "×";
    }

    private static boolean sameBranches(Frame before, Frame after) {
        return before.branches().equals(after.branches())
                && before.header().branch().equals(after.header().branch());
    }

    private void showBranches(Frame frame) {
        var items =
                frame.branches().stream()
                        .map(name -> item(name, name.equals(frame.header().branch())))
                        .toList();
        branch.getItems().setAll(items);
        branch.setText(said(frame.header().branch()));
        Parts.present(branch, frame.branches().size() > 1);
    }

    private RadioMenuItem item(String name, boolean isShown) {
        var item = new RadioMenuItem(said(name));
        item.setSelected(isShown);
        item.setOnAction(_ -> playback.switchTo(name));
        return item;
    }

    private String said(String name) {
        if (name.isEmpty()) {
            return words.now("transport.branch.none");
        }
        return WhatIf.parse(name)
                .map(known ->
                        words.now(
                                "transport.branch.whatIf",
                                "number",
                                known.number(),
                                "moment",
                                known.moment()))
                .orElse(name);
    }
}
