package ecslab.stage.panel;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.DecisionText;
import ecslab.stage.log.EventMemory;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// The decisions about a thing, newest first. The newest is open; the others open with a click.
final class WhyPane extends VBox {

    private final Words words;
    private final Consumer<Ref> choose;
    private final Consumer<SimInstant> seek;
    private List<Decision> shown = List.of();
    private Optional<Ref> about = Optional.empty();

    WhyPane(Words words, Consumer<Ref> choose, Consumer<SimInstant> seek) {
        this.words = words;
        this.choose = choose;
        this.seek = seek;
        Parts.dress(this, "why-pane");
    }

    void show(Ref ref, Frame frame, EventMemory memory) {
        var decisions = frame.state().decisions().getOrDefault(ref, List.of());
        var isSame = about.filter(ref::equals).isPresent() && decisions.equals(shown);
        if (isSame && !getChildren().isEmpty()) {
            return;
        }
        about = Optional.of(ref);
        shown = decisions;
        getChildren().clear();
        var text = new DecisionText(words.now(), memory);
        for (var index = 0; index < decisions.size(); index++) {
            getChildren()
                    .add(
                            new DecisionCard(
                                    words,
                                    decisions.get(index),
                                    text,
                                    frame.header(),
                                    seek,
                                    index == 0));
        }
        if (decisions.isEmpty()) {
            var none = Parts.prose("muted-text");
            none.setText(words.now("why.none"));
            getChildren().add(none);
        }
        serviceOf(ref, frame.state())
                .filter(service -> frame.state().decisions().containsKey(service))
                .ifPresent(this::offer);
    }

    void forget() {
        getChildren().clear();
    }

    private void offer(Ref service) {
        var name = service.id().substring(service.id().indexOf('/') + 1);
        var link = new Hyperlink(words.now("why.ofService", "name", name));
        link.setWrapText(true);
        link.setOnAction(_ -> choose.accept(service));
        getChildren().add(link);
    }

    private static Optional<Ref> serviceOf(Ref ref, ClusterState state) {
        return ref.kind() == Ref.Kind.TASK
                ? Optional.ofNullable(state.tasks().get(new TaskId(ref.id())))
                        .flatMap(task ->
                                task.service().map(it -> new ServiceName(task.cluster(), it)))
                        .map(Ref::service)
                : Optional.empty();
    }
}
