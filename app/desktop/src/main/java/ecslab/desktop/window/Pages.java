package ecslab.desktop.window;

import ecslab.desktop.window.Actions.Place;
import ecslab.stage.words.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// The rail, the one page that is shown, and where the keyboard's focus belongs in it.
final class Pages extends BorderPane {

    private final Words words;
    private final Actions actions;
    private final Surroundings around;
    private final Rail rail;
    private Optional<ScenariosPage> scenarios = Optional.empty();
    private Optional<SettingsPage> settings = Optional.empty();
    private Runnable takeFocus = () -> {};

    Pages(Words words, Actions actions, Surroundings around, Node topBar) {
        this.words = words;
        this.actions = actions;
        this.around = around;
        rail = new Rail(words, actions);
        setTop(topBar);
        setLeft(rail);
    }

    /// Shows a page.
    ///
    /// @param focusing puts the keyboard's focus where the reader goes on
    void show(Place place, Node page, Runnable focusing) {
        rail.show(place);
        takeFocus = focusing;
        setCenter(page);
        focus();
    }

    void offerRun(boolean offered) {
        rail.offerRun(offered);
    }

    void focus() {
        takeFocus.run();
    }

    /// For what scrolls: it is in the scene only once its skin is there.
    void focusWithin(Region region) {
        region.applyCss();
        focus();
    }

    /// Pages are built when they are first asked for: the first picture needn't wait for them.
    void showScenarios() {
        var page = scenarios.orElseGet(() -> new ScenariosPage(words, actions));
        scenarios = Optional.of(page);
        page.show(around.shelf().entries());
        show(Place.SCENARIOS, page, page::requestFocus);
    }

    void showSettings() {
        var page =
                settings.orElseGet(
                        () -> new SettingsPage(words, around.chosen(), around.settingsFile()));
        settings = Optional.of(page);
        show(Place.SETTINGS, page, page::requestFocus);
    }

    /// A button that was clicked gives the focus back, so that Space goes on to mean play and
    /// pause. One that was reached by keyboard keeps it: there Space presses the button.
    void takeFocusFromButton(Sheet sheet) {
        var owner = getScene().getFocusOwner();
        var isButton = owner instanceof ButtonBase && !(owner instanceof MenuButton);
        if (isButton && !owner.isFocusVisible() && !sheet.isOpen()) {
            focus();
        }
    }
}
