package ecslab.stage.picture;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.Theme;
import ecslab.assets.Assets;
import ecslab.stage.Selection;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.text.Font;

/// Runs tests on the FX thread, without a window.
final class Toolkit {

    /// Whoever started the platform may not have brought the fonts.
    private static boolean isDressed;

    private Toolkit() {}

    static <T> T onFx(Callable<T> work) {
        start();
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static void start() {
        try {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyStarted) {
            if (isDressed) {
                return;
            }
        }
        isDressed = true;
        Assets.FONTS.forEach(Toolkit::load);
        Platform.runLater(() -> wear(new PrimerDark()));
    }

    static void wear(Theme theme) {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private static void load(String font) {
        try (var in = Assets.url(font).openStream()) {
            Font.loadFont(in, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StageView view(Language language) {
        return view(language, new Selection());
    }

    static StageView view(Language language, Selection selection) {
        var words = Words.load(language, List.of("ecslab/stage/picture"));
        var view = new StageView(words, selection);
        view.setStyle("-fx-font-family: Pretendard;");
        return view;
    }
}
