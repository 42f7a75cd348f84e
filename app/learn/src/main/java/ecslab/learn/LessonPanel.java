package ecslab.learn;

import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.answer.Pairing;
import ecslab.learn.answer.Say;
import ecslab.learn.card.BeatCard;
import ecslab.learn.card.Cards;
import ecslab.learn.card.LiveWay;
import ecslab.learn.compose.Known;
import ecslab.learn.map.MapDiagram;
import ecslab.learn.map.MapPlace;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.GlossaryCard;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Term;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Place;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Showing;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A lesson beside the picture: where one is, what is said, the card of the beat, the list of what
/// is to be reached, the same step as a command line, and the way on and back.
public final class LessonPanel extends BorderPane {

    private final LessonWords words;
    private final Lesson lesson;
    private final LessonSession session;
    private final Leads leads;
    private final LessonHeader header;
    private final LessonFooter footer;
    private final LiveStrip live;
    private final VBox terms = new VBox();
    private final VBox said = new VBox();
    private final VBox cardPlace = new VBox();
    private final GoalList goals;
    private final CommandBox command;
    private final MapDiagram map;
    private final Cards cards;
    private final List<String> asked = new ArrayList<>();
    private Optional<Moment> moment = Optional.empty();
    private Optional<BeatCard> card = Optional.empty();
    private Optional<Frame> frame = Optional.empty();
    private List<TimedCommand> before = List.of();
    private int step = -1;

    /// Where a learner can go from a lesson.
    public record Leads(Runnable home, Runnable quiz, Runnable lab) {}

    /// What a card is made for: another of these needs another card.
    private record Moment(Place place, int take, boolean isShow) {}

    /// A panel that follows a session.
    ///
    /// @param selection of the window: what is chosen in the picture is what a command is about
    public LessonPanel(
            LessonWords words,
            Lesson lesson,
            LessonSession session,
            Selection selection,
            Leads leads) {
        this.words = words;
        this.lesson = lesson;
        this.session = session;
        this.leads = leads;
        var player = session.player();
        header = new LessonHeader(words, lesson, leads.home(), player::goTo);
        footer =
                new LessonFooter(
                        words.around(),
                        new LessonFooter.Asking(
                                player::back,
                                player::hint,
                                this::goOn,
                                player::replay,
                                player::skip,
                                player::takeUp));
        live = new LiveStrip(words.around(), player::leaveShow);
        goals = new GoalList(words);
        command = new CommandBox(words.around(), player::opened, player::copied);
        map = new MapDiagram(words);
        cards =
                new Cards(
                        new BeatCard.Around(
                                new Say(words, this::prove),
                                selection,
                                goals,
                                this::openTerm,
                                player::commit,
                                player::leaveShow,
                                new LiveWay(session.goesLive(), player::goLive),
                                session::submit),
                        this::label);
        build();
        session.state().addListener((_, _, state) -> show(state));
        show(session.now());
    }

    private void build() {
        getStyleClass().add("lesson-panel");
        Parts.dress(this, LessonPanel.class, "lesson-panel.css");
        Parts.dress(this, AnswerBoard.class, "cards.css");
        terms.getStyleClass().add("terms");
        said.getStyleClass().add("said");
        var body = new VBox(terms, said, cardPlace, command);
        body.getStyleClass().add("lesson-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("lesson-scroll");
        setTop(header);
        setCenter(scroll);
        setBottom(new VBox(live, footer));
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, LessonPanel::fireByEnter);
    }

    /// Follows the run; to be called once a frame.
    public void show(Frame next) {
        frame = Optional.of(next);
        card.ifPresent(shown -> shown.show(next));
        live.show(next);
        showCommand();
    }

    /// What it follows.
    public LessonSession session() {
        return session;
    }

    /// The map of the whole way, which is shown in the picture's place while a beat is about it.
    public Region map() {
        return map;
    }

    /// Whether a beat is about the map.
    public boolean isMapShown() {
        var focus = session.now().focus().toString();
        return focus.equals("panel/map") || focus.startsWith(MapPlace.PREFIX);
    }

    /// Puts the keyboard's focus where the learner goes on.
    public void focus() {
        if (session.now().canGoOn()) {
            footer.next().requestFocus();
        } else if (card.isEmpty() || !card.get().focus()) {
            requestFocus();
        }
    }

    private void show(PlayerState state) {
        var wasAtWork = isAtWork();
        header.show(state);
        footer.show(state);
        live.show(state);
        if (state.place().step() != step) {
            step = state.place().step();
            asked.clear();
            before = frame.map(Frame::commands).orElse(List.of());
        }
        var next =
                new Moment(
                        state.place(),
                        state.take().number(),
                        state.showing() instanceof Showing.Shown);
        if (moment.filter(next::equals).isEmpty()) {
            moment = Optional.of(next);
            change(state);
        }
        card.ifPresent(shown -> shown.show(state));
        goals.show(state.goals());
        showTerms(state);
        showCommand();
        var isDone = isFocused() && state.canGoOn();
        if (isDone || (wasAtWork && !isAtWork())) {
            focus();
        }
    }

    private void change(PlayerState state) {
        session.pointed().set(Optional.empty());
        session.numbered().set(List.of());
        map.clear();
        said.getChildren().setAll(saidBefore(state));
        Parts.present(said, !said.getChildren().isEmpty());
        var next = cards.of(state);
        card = Optional.of(next);
        cardPlace.getChildren().setAll(next.node());
        frame.ifPresent(next::show);
        next.show(state);
        Platform.runLater(this::focus);
    }

    /// What was said earlier in the step stays to be read.
    private List<Node> saidBefore(PlayerState state) {
        return state.step().beats().stream()
                .limit(state.place().beat())
                .filter(beat -> beat instanceof Beat.Watch || beat instanceof Beat.Check)
                .filter(beat -> !beat.say().isEmpty())
                .map(beat -> (Node) new ProseView(words.text(beat.say()), this::openTerm))
                .toList();
    }

    private void showTerms(PlayerState state) {
        var wanted = new ArrayList<>(state.terms());
        asked.stream().filter(term -> !wanted.contains(term)).forEach(wanted::add);
        var shown =
                terms.getChildren().stream()
                        .map(node -> ((GlossaryCard) node).term().id())
                        .toList();
        if (!wanted.equals(shown)) {
            terms.getChildren().setAll(wanted.stream().map(this::glossaryCard).toList());
        }
        Parts.present(terms, !wanted.isEmpty());
    }

    private GlossaryCard glossaryCard(String term) {
        return new GlossaryCard(
                new Term(term),
                words,
                () -> {
                    asked.remove(term);
                    session.player().putAway(term);
                    showTerms(session.now());
                    focus();
                });
    }

    private void openTerm(String term) {
        if (lesson.terms().contains(new Term(term)) && !asked.contains(term)) {
            asked.add(term);
            showTerms(session.now());
        }
    }

    private void showCommand() {
        frame.ifPresent(
                shown -> command.show(lastDone(shown), text -> Known.of(shown).resolved(text)));
    }

    /// What was done last in this step; where the beat is about the command itself, what was done
    /// last at all.
    private Optional<Command> lastDone(Frame shown) {
        var all = shown.commands();
        var focus = session.now().focus();
        var isAbout =
                focus.equals(new Focus.Panel(Focus.Part.CLI))
                        || focus.equals(new Focus.Panel(Focus.Part.JSON));
        var isNew = all.size() > before.size();
        return all.isEmpty() || !(isAbout || isNew)
                ? Optional.empty()
                : Optional.of(all.getLast().command());
    }

    private Cards.LabelLink label(Beat.Label beat, Pairing pairing) {
        var isOnMap = pairing.items().stream().allMatch(item -> MapPlace.of(item).isPresent());
        pairing.pointed()
                .addListener((_, _, at) ->
                        session.pointed().set(at.flatMap(item -> focusOf(beat, item))));
        return board -> {
            if (isOnMap) {
                map.blank(pairing, board::focus);
            } else {
                session.numbered().set(inOrder(beat, pairing));
            }
        };
    }

    private static List<Focus> inOrder(Beat.Label beat, Pairing pairing) {
        return pairing.items().stream().flatMap(item -> focusOf(beat, item).stream()).toList();
    }

    private static Optional<Focus> focusOf(Beat.Label beat, String item) {
        return beat.blanks().stream()
                .map(Beat.Blank::at)
                .filter(at -> at.toString().equals(item))
                .findFirst();
    }

    private void prove(Notice notice) {
        session.player().show(notice);
    }

    private void goOn() {
        var state = session.now();
        if (state.isFinished()) {
            var end = new LessonEnd(words, state.part(), leads);
            said.getChildren().clear();
            Parts.present(said, false);
            card = Optional.empty();
            moment = Optional.empty();
            cardPlace.getChildren().setAll(end);
            footer.next().setDisable(true);
            end.focus();
        } else {
            session.player().next();
        }
    }

    /// Whether the learner is at work here. What can't be used any more leaves the keyboard's focus
    /// to others.
    private boolean isAtWork() {
        return Stream.iterate(focusOwner(), Optional::isPresent, one -> one.map(Node::getParent))
                .flatMap(Optional::stream)
                .anyMatch(cardPlace::equals);
    }

    private Optional<Node> focusOwner() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> !owner.isDisabled());
    }

    /// Enter presses a button, as Space does.
    private static void fireByEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            button.fire();
            event.consume();
        }
    }
}
