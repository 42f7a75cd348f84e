package ecslab.learn.compose;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.learn.part.Parts;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// How a learner issues a command without a mouse and without typing twelve lines: choose an
/// action, fill in a form of AWS's fields, or write the JSON; see the command line; run it.
public final class Composer extends VBox {

    private final Words words;
    private final Selection selection;
    private final BiConsumer<Command, Consumer<Answer>> submit;
    private final ActionPicker picker;
    private Optional<Frame> frame = Optional.empty();
    private Optional<CallPane> pane = Optional.empty();
    private Optional<Runnable> offered = Optional.empty();

    /// A composer that offers all actions.
    ///
    /// @param selection what is chosen in the picture is what a new command is about
    /// @param submit carries a command out, and tells the answer on the FX thread
    public Composer(
            Words words, Selection selection, BiConsumer<Command, Consumer<Answer>> submit) {
        this.words = words;
        this.selection = selection;
        this.submit = submit;
        picker = new ActionPicker(words, action -> open(action, Optional.empty(), true));
        getStyleClass().add("composer");
        Parts.dress(this, Composer.class, "composer.css");
        getChildren().setAll(picker);
    }

    /// Follows the run: what can be acted on changes with it.
    public void show(Frame next) {
        frame = Optional.of(next);
        picker.show(Known.of(next));
        offered.ifPresent(Runnable::run);
        offered = Optional.empty();
    }

    /// Opens a half-filled command, as soon as it is known what there is to fill in.
    ///
    /// @param call such as `ecs:CreateService`
    /// @param with its fields so far, as JSON; may hold selectors such as `${subnet/a}`
    public void offer(String call, String with) {
        Runnable opens =
                () -> Action.of(call).ifPresent(action -> open(action, Optional.of(with), false));
        if (frame.isPresent()) {
            opens.run();
        } else {
            offered = Optional.of(opens);
        }
    }

    /// Goes back to the choice of an action.
    public void chooseAnother() {
        pane = Optional.empty();
        picker.clear();
        getChildren().setAll(picker);
        picker.focus();
    }

    /// Puts the keyboard's focus where a command begins.
    public void focus() {
        pane.ifPresentOrElse(CallPane::focus, picker::focus);
    }

    private void open(Action action, Optional<String> with, boolean isAsked) {
        var text = with.map(this::resolved).flatMap(Draft::read);
        var draft = text.orElseGet(() -> begin(action));
        var next = new CallPane(action, draft, words, this::known, submit, this::chooseAnother);
        pane = Optional.of(next);
        getChildren().setAll(next);
        if (isAsked) {
            next.focus();
        }
    }

    private Known known() {
        return Known.of(frame.orElseThrow());
    }

    private String resolved(String with) {
        return frame.map(Known::of).map(known -> known.resolved(with)).orElse(with);
    }

    /// Fills in what goes without saying: the only cluster, the only service, all subnets, the task
    /// that is chosen.
    private Draft begin(Action action) {
        var draft = Draft.empty();
        frame.map(Known::of)
                .ifPresent(known -> {
                    for (var field : action.fields()) {
                        begin(field, known, draft);
                    }
                });
        return draft;
    }

    private void begin(Field field, Known known, Draft draft) {
        var pointer = field.pointer();
        switch (field.name()) {
            case "cluster" -> putOnly(known.clusters(), pointer, draft);
            case "service" -> putOnly(known.services(), pointer, draft);
            case "to" -> putOnly(known.loadBalancers(), pointer, draft);
            case "task" -> chosen(Ref.Kind.TASK).ifPresent(id -> draft.putText(pointer, id));
            case "subnets" -> {
                if (field.kind() instanceof Field.Kind.SomeOf) {
                    var ids = known.subnets().stream().map(Known.Suggestion::value).toList();
                    draft.putList(pointer, ids);
                }
            }
            default -> {}
        }
    }

    private static void putOnly(List<Known.Suggestion> found, String pointer, Draft draft) {
        if (found.size() == 1) {
            draft.putText(pointer, found.getFirst().value());
        }
    }

    private Optional<String> chosen(Ref.Kind kind) {
        return selection.now().filter(ref -> ref.kind() == kind).map(Ref::id);
    }
}
