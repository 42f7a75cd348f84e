package ecslab.ecs.model;

/// An image that a registry holds.
///
/// @param uri with its tag, as a task definition writes it
/// @param digest `sha256:` and 64 hexadecimal digits
public record Image(String uri, String digest, int sizeMib, int layers) {

    /// What stands after the last `/`: repository and tag.
    public String shortName() {
        return Arns.lastPart(uri);
    }
}
