package ecslab.learn.map;

import ecslab.learn.answer.Pairing;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// The whole way of an image, from the developer who builds it to the user who gets an answer: a
/// fixed diagram, whose places can be blanks to be named.
public final class MapDiagram extends Region {

    private static final double CARD_WIDTH_SHARE = 0.165;
    private static final double CARD_HEIGHT_SHARE = 0.2;

    private final LessonWords words;
    private final List<MapCard> cards = new ArrayList<>();
    private final List<MapWay> ways = new ArrayList<>();
    private Optional<Pairing> blanks = Optional.empty();
    private final MapChangeListener<String, String> named = _ -> refresh();
    private final InvalidationListener pointed = _ -> refresh();

    /// The map with all its names.
    public MapDiagram(LessonWords words) {
        this.words = words;
        getStyleClass().add("map-diagram");
        Parts.dress(this, MapDiagram.class, "map-diagram.css");
        for (var way : MapPlace.WAYS) {
            ways.add(new MapWay(way, words.around()));
        }
        for (var place : MapPlace.values()) {
            cards.add(new MapCard(place, words.around()));
        }
        ways.forEach(way -> getChildren().addAll(way.line(), way.head(), way.label()));
        getChildren().addAll(cards);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(words.around().text("learn.map.all"));
    }

    /// Makes some places blanks, and follows how they are named.
    ///
    /// @param pairing selectors of places, and keys of the lesson's texts
    /// @param ask hears which blank somebody wants to name
    public void blank(Pairing pairing, Consumer<String> ask) {
        clear();
        blanks = Optional.of(pairing);
        pairing.placeByItem().addListener(named);
        pairing.pointed().addListener(pointed);
        cards.forEach(card -> card.setOnAction(_ -> ask.accept(card.place().selector())));
        refresh();
    }

    /// Shows all names again.
    public void clear() {
        blanks.ifPresent(pairing -> {
            pairing.placeByItem().removeListener(named);
            pairing.pointed().removeListener(pointed);
        });
        blanks = Optional.empty();
        cards.forEach(card -> card.setOnAction(_ -> {}));
        refresh();
    }

    private void refresh() {
        for (var card : cards) {
            var selector = card.place().selector();
            var number = blanks.map(all -> all.items().indexOf(selector) + 1).orElse(0);
            if (number == 0) {
                card.showOwnName();
            } else {
                showBlank(card, number, blanks.flatMap(all -> all.placeOf(selector)));
            }
            var pointedAt = blanks.flatMap(all -> all.pointed().get());
            var isPointed = pointedAt.filter(selector::equals).isPresent();
            card.setPointed(isPointed, pointedAt.isPresent() && !isPointed);
        }
    }

    private void showBlank(MapCard card, int number, Optional<String> key) {
        var text = key.map(words::text).orElseGet(() -> words.around().text("learn.map.blank"));
        card.showBlank(number, text, key.isPresent());
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth() - snappedLeftInset() - snappedRightInset();
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        var cardWidth = snapSizeX(width * CARD_WIDTH_SHARE);
        var cardHeight = snapSizeY(height * CARD_HEIGHT_SHARE);
        for (var card : cards) {
            var x = snappedLeftInset() + width * card.place().x() - cardWidth / 2;
            var y = snappedTopInset() + height * card.place().y() - cardHeight / 2;
            card.resizeRelocate(snapPositionX(x), snapPositionY(y), cardWidth, cardHeight);
        }
        for (var way : ways) {
            way.layout(cardOf(way.way().from()), cardOf(way.way().to()));
        }
    }

    private MapCard cardOf(MapPlace place) {
        return cards.stream().filter(card -> card.place() == place).findFirst().orElseThrow();
    }
}
