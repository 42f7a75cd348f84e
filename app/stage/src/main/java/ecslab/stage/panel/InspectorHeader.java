package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.stage.log.Tone;
import ecslab.stage.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What kind of thing it is, how it is called, and its state.
final class InspectorHeader extends HBox {

    private final Words words;
    private final Label kind = Parts.label("heading");
    private final Label name = Parts.label("name");
    private final Label id = Parts.label("id", "mono");
    private final Label chip = Parts.word("chip");

    InspectorHeader(Words words) {
        this.words = words;
        getStyleClass().add("header");
        setAlignment(Pos.TOP_LEFT);
        var names = new VBox(kind, name, id);
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().addAll(names, chip);
    }

    void show(Ref ref, Optional<Subject> subject) {
        kind.setText(words.now("inspector.kind." + ref.kind().word()));
        name.setText(subject.map(Subject::name).orElse(Arns.lastPart(ref.id())));
        id.setText(subject.map(Subject::id).orElse(""));
        Parts.present(id, !id.getText().isEmpty());
        chip.setText(subject.map(Subject::chip).orElse(""));
        Parts.present(chip, !chip.getText().isEmpty());
        for (var tone : Tone.values()) {
            chip.getStyleClass().remove("chip-" + tone.word());
        }
        subject.ifPresent(it -> chip.getStyleClass().add("chip-" + it.tone().word()));
    }
}
