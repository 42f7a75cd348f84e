package ecslab.assets;

import java.net.URL;

/// Finds a bundled file, whether it lies in a folder of classes or in a jar.
public final class Assets {

    private Assets() {}

    /// The place of one file.
    ///
    /// @param path below `assets`, such as `fonts/pretendard/Pretendard-Regular.otf`
    public static URL url(String path) {
        var url = Assets.class.getResource(path);
        if (url == null) {
            throw new IllegalArgumentException(
                    "assets/" + path + ": no such file. Add it, with its licence beside it.");
        }
        return url;
    }
}
