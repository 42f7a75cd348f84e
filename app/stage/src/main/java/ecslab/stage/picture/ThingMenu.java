package ecslab.stage.picture;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.stage.fault.LiveOffers;
import ecslab.stage.fault.Offer;
import ecslab.stage.fault.Offers;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done to a thing in the picture, as a menu: by right click, or by the context key.
final class ThingMenu {

    private final Words words;
    private final ContextMenu menu = new ContextMenu();
    private Consumer<Command> act = _ -> {};
    private BiConsumer<String, String> fillIn = (_, _) -> {};

    ThingMenu(Words words) {
        this.words = words;
        menu.getStyleClass().add("thing-menu");
    }

    void onCommand(Consumer<Command> listener) {
        act = listener;
    }

    void onForm(BiConsumer<String, String> listener) {
        fillIn = listener;
    }

    ContextMenu menu() {
        return menu;
    }

    /// Fills the menu for a thing.
    ///
    /// @param own what the picture itself offers, which stands first
    void fill(Optional<Frame> frame, Ref thing, List<MenuItem> own) {
        menu.getItems().setAll(own);
        var offers = frame.map(it -> offers(it, thing)).orElse(List.of());
        if (!offers.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        offers.forEach(offer -> menu.getItems().add(item(offer)));
    }

    private static List<Offer> offers(Frame frame, Ref thing) {
        var all = Offers.of(frame.state(), thing);
        return frame.header().isLive() ? LiveOffers.of(all) : all;
    }

    private MenuItem item(Offer offer) {
        var says = words.now().of(offer.says());
        return switch (offer) {
            case Offer.Act(_, var command, var tone) -> {
                var item = new MenuItem(says, Parts.icon("offer-" + tone.word()));
                item.setOnAction(_ -> act.accept(command));
                yield item;
            }
            case Offer.Form(_, var call, var with) -> {
                var item = new MenuItem(says, Parts.icon("offer-form"));
                item.setOnAction(_ -> fillIn.accept(call, with));
                yield item;
            }
            case Offer.Group(_, var offers) -> {
                var group = new Menu(says, Parts.icon("offer-breaks"));
                offers.forEach(one -> group.getItems().add(item(one)));
                yield group;
            }
        };
    }
}
