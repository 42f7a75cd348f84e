import org.jspecify.annotations.NullMarked;

/// The scenarios and lessons that come with the product, as files.
///
/// A lesson is data: adding one adds no Java.
@NullMarked
module ecslab.lessons {
    requires static org.jspecify;

    exports ecslab.lessons;
}
