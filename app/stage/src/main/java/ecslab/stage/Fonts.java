package ecslab.stage;

import ecslab.assets.Assets;
import java.util.List;
import javafx.scene.text.Font;

/// Makes the bundled fonts known to JavaFX: the only ones that surely have Hangul, and one whose
/// letters are all of one width.
public final class Fonts {

    private static final double ANY_SIZE = 12;

    private static boolean loaded;

    private Fonts() {}

    /// Does its work once; call it on the FX thread before the first scene is made.
    public static void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (var font :
                List.of(
                        "fonts/pretendard/Pretendard-Regular.otf",
                        "fonts/pretendard/Pretendard-SemiBold.otf",
                        "fonts/pretendard/Pretendard-Bold.otf",
                        "fonts/d2coding/D2Coding.ttf")) {
            Font.loadFont(Assets.url(font).toExternalForm(), ANY_SIZE);
        }
    }
}
