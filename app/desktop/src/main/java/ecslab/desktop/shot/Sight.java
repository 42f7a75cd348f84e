package ecslab.desktop.shot;

import ecslab.ecs.model.Ref;
import ecslab.stage.panel.Inspector;
import ecslab.stage.play.Frame;
import ecslab.wire.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Optional;

/// What a picture is taken of.
///
/// @param chosen what the reader would have clicked
public record Sight(
        Path path,
        ScenarioFile scenario,
        Frame frame,
        Optional<Ref> chosen,
        Optional<Inspector.Tab> tab) {}
