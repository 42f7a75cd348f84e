package ecslab.stage.picture;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;

/// Takes pictures off-screen, as PNG files. Needs the FX thread, but no window.
public final class Snapshot {

    /// An icon that gets its code from a style sheet asks for its font only then, which the next
    /// pass finds.
    private static final int PASSES = 2;

    private Snapshot() {}

    /// A picture of the region at a size. The same region, showing the same, gives the same bytes.
    ///
    /// A region that stands in no scene is put in one, so that its style sheets count.
    @SuppressWarnings("ReferenceEquality")
    public static byte[] png(Region region, int width, int height) {
        var scene =
                region.getScene() == null ? new Scene(region, width, height) : region.getScene();
        if (scene.getRoot() == region) {
            region.resize(width, height);
        } else {
            region.resizeRelocate(0, 0, width, height);
        }
        for (var i = 0; i < PASSES; i++) {
            region.applyCss();
            region.layout();
        }
        var parameters = new SnapshotParameters();
        parameters.setFill(scene.getFill());
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        return Png.bytes(region.snapshot(parameters, null));
    }
}
