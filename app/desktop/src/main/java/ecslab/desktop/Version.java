package ecslab.desktop;

/// Which version this is.
public final class Version {

    /// The project's version in `pom.xml`; a test holds the two together.
    public static final String NOW = "0.1.0";

    private Version() {}
}
