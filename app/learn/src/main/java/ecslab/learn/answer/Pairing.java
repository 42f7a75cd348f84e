package ecslab.learn.answer;

import ecslab.lesson.Answer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What has been put where so far: several views may show and change one pairing.
public final class Pairing {

    private final List<String> items;
    private final ObservableMap<String, String> placeByItem = FXCollections.observableHashMap();
    private final ObjectProperty<Optional<String>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());

    /// Begins with nothing put anywhere.
    ///
    /// @param items what is to be put somewhere, by key
    public Pairing(List<String> items) {
        this.items = List.copyOf(items);
    }

    public List<String> items() {
        return items;
    }

    /// For views: place by item; what has none yet is missing.
    public ObservableMap<String, String> placeByItem() {
        return placeByItem;
    }

    /// The item that is being looked at.
    public ObjectProperty<Optional<String>> pointed() {
        return pointed;
    }

    public Optional<String> placeOf(String item) {
        return Optional.ofNullable(placeByItem.get(item));
    }

    public void put(String item, String place) {
        placeByItem.put(item, place);
    }

    /// Takes up what an answer says.
    public void become(Answer answer) {
        switch (answer) {
            case Answer.Paired(var pairs) -> pairs.forEach(placeByItem::put);
            case Answer.Ordered(var places) -> {
                for (var i = 0; i < Math.min(items.size(), places.size()); i++) {
                    placeByItem.put(items.get(i), places.get(i));
                }
            }
            case Answer.Chosen _, Answer.Written _ -> {}
        }
    }

    /// Everything put somewhere, as pairs; empty while something isn't.
    Optional<Answer> paired() {
        return isComplete()
                ? Optional.of(new Answer.Paired(new TreeMap<>(placeByItem)))
                : Optional.empty();
    }

    /// The places in the items' order; empty while an item has none.
    Optional<Answer> ordered() {
        return isComplete()
                ? Optional.of(new Answer.Ordered(items.stream().map(placeByItem::get).toList()))
                : Optional.empty();
    }

    private boolean isComplete() {
        return placeByItem.keySet().containsAll(items);
    }
}
