import org.jspecify.annotations.NullMarked;

/// What is shown but not written by us: fonts, each with its licence beside it; and the program
/// that the demo container images hold.
///
/// This room is plain Java, so that the command line can name a font without starting JavaFX.
@NullMarked
module ecslab.assets {
    requires static org.jspecify;

    exports ecslab.assets;
}
