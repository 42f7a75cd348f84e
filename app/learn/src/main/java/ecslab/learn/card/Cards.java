package ecslab.learn.card;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.answer.Choice;
import ecslab.learn.answer.ChoiceBoard;
import ecslab.learn.answer.OrderBoard;
import ecslab.learn.answer.Pairing;
import ecslab.learn.answer.PairingBoard;
import ecslab.learn.answer.WrittenBoard;
import ecslab.lesson.Beat;
import ecslab.lesson.Question;
import ecslab.lesson.play.Offer;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Showing;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// Makes the card that a moment of a lesson asks for.
public final class Cards {

    private final BeatCard.Around around;
    private final BiFunction<Beat.Label, Pairing, LabelLink> labels;

    /// Ties the names of a `label` beat to the things that they are put on.
    @FunctionalInterface
    public interface LabelLink {
        /// Makes the tie.
        ///
        /// @param board where the names are chosen
        void link(PairingBoard board);
    }

    /// Makes cards for one lesson panel.
    ///
    /// @param labels told of each `label` beat
    public Cards(BeatCard.Around around, BiFunction<Beat.Label, Pairing, LabelLink> labels) {
        this.around = around;
        this.labels = labels;
    }

    public BeatCard of(PlayerState state) {
        return switch (state.showing()) {
            case Showing.Shown(_, var say) ->
                    new ShownCard(
                            say,
                            around.say().words(),
                            new ShownCard.Back(
                                    "learn.show.back", "learn.show.back.line", around.leaveShow()));
            case Showing.OwnRun(), Showing.Live _ -> card(state.beat(), state.offered());
        };
    }

    private BeatCard card(Beat beat, Offer offer) {
        return switch (beat) {
            case Beat.Watch _, Beat.Check _ -> new TellCard(beat, around);
            case Beat.Do act -> new DoCard(act, around);
            case Beat.Predict predict -> ask(beat, prediction(predict.question(), offer));
            case Beat.Order _ -> ask(beat, new OrderBoard(keys(offer.items()), around.say()));
            case Beat.Sort _, Beat.Match _ ->
                    ask(
                            beat,
                            pairing(
                                    new Pairing(offer.items()),
                                    keys(offer.items()),
                                    keys(offer.places()),
                                    PairingBoard.Form.PAIRED));
            case Beat.Label label -> ask(beat, label(label, offer));
            case Beat.Schedule _ ->
                    ask(
                            beat,
                            pairing(
                                    new Pairing(offer.items()),
                                    Choice.ofValues(offer.items()),
                                    Choice.ofValues(offer.places()),
                                    PairingBoard.Form.ORDERED));
        };
    }

    private AskCard ask(Beat beat, AnswerBoard board) {
        return new AskCard(beat, board, around);
    }

    private AnswerBoard prediction(Question question, Offer offer) {
        return switch (question) {
            case Question.Choose _ ->
                    new ChoiceBoard(keys(offer.items()), ChoiceBoard.Form.ONE, around.say());
            case Question.Generate _ when offer.items().isEmpty() -> new WrittenBoard(around.say());
            case Question.Generate _ ->
                    new ChoiceBoard(
                            Choice.ofValues(offer.items()), ChoiceBoard.Form.VALUE, around.say());
        };
    }

    /// Blanks are numbered: the number stands on the thing, too.
    private PairingBoard label(Beat.Label beat, Offer offer) {
        var pairing = new Pairing(offer.items());
        var numbers = IntStream.rangeClosed(1, offer.items().size()).mapToObj(String::valueOf);
        var items = Choice.ofValues(numbers.toList());
        var numbered =
                IntStream.range(0, items.size())
                        .mapToObj(i -> new Choice(offer.items().get(i), items.get(i).text()))
                        .toList();
        var board = pairing(pairing, numbered, keys(offer.places()), PairingBoard.Form.PAIRED);
        labels.apply(beat, pairing).link(board);
        return board;
    }

    private PairingBoard pairing(
            Pairing pairing, List<Choice> items, List<Choice> places, PairingBoard.Form form) {
        return new PairingBoard(pairing, items, places, form, around.say());
    }

    private List<Choice> keys(List<String> keys) {
        return Choice.ofKeys(keys, around.say().words());
    }
}
