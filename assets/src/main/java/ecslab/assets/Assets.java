package ecslab.assets;

import java.net.URL;
import java.util.List;

/// Finds a bundled file, whether it lies in a folder of classes or in a jar.
public final class Assets {

    /// The bundled fonts: Pretendard for text, and D2Coding, monospaced, for code and JSON. Both
    /// have Latin and Hangul.
    public static final List<String> FONTS =
            List.of(
                    "fonts/pretendard/Pretendard-Regular.otf",
                    "fonts/pretendard/Pretendard-SemiBold.otf",
                    "fonts/pretendard/Pretendard-Bold.otf",
                    "fonts/d2coding/D2Coding.ttf");

    private Assets() {}

    /// The place of one file.
    ///
    /// @param path below `assets`, such as `fonts/d2coding/LICENSE.txt`
    public static URL url(String path) {
        var url = Assets.class.getResource(path);
        if (url == null) {
            throw new IllegalArgumentException(
                    "assets/" + path + ": no such file. Add it, with its licence beside it.");
        }
        return url;
    }
}
