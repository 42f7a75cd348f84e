package ecslab.desktop.checks.violations;

import javafx.util.Duration;

/// A class that only the rooms with a screen may write.
public final class KnowsJavaFx {

    private KnowsJavaFx() {}

    static Duration second() {
        return Duration.seconds(1);
    }
}
