package ecslab.lessons;

import java.net.URL;

/// Finds a file of the lessons, whether it lies in a folder of classes or in a jar.
public final class Lessons {

    private Lessons() {}

    /// The place of one file.
    ///
    /// @param path below `lessons`, such as `scenarios/anatomy.json`
    public static URL url(String path) {
        var url = Lessons.class.getResource(path);
        if (url == null) {
            throw new IllegalArgumentException("lessons/" + path + ": no such file");
        }
        return url;
    }
}
