package ecslab.ecs.model;

/// What an image's text means: `nginx` is `docker.io/library/nginx:latest`.
///
/// @param host the registry that it is pulled from
/// @param repository such as `library/nginx`
/// @param reference a tag, or a digest such as `sha256:…`
public record ImageName(String host, String repository, String reference) {

    public static final String DOCKER_HUB = "docker.io";

    private static final String OFFICIAL = "library/";

    /// Reads an image as Docker does: what stands before the first `/` is a host if it has a dot or
    /// a port, or is `localhost`.
    public static ImageName parse(String image) {
        var slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        var named = first.contains(".") || first.contains(":") || "localhost".equals(first);
        var host = named ? first : DOCKER_HUB;
        var path = named ? image.substring(slash + 1) : image;
        var at = path.indexOf('@');
        var colon = path.lastIndexOf(':', at < 0 ? path.length() : at);
        var tagged = colon > path.lastIndexOf('/', at < 0 ? path.length() : at);
        var end = tagged ? colon : at < 0 ? path.length() : at;
        var repository = path.substring(0, end);
        var official = DOCKER_HUB.equals(host) && repository.indexOf('/') < 0;
        return new ImageName(
                host,
                official ? OFFICIAL + repository : repository,
                at >= 0 ? path.substring(at + 1) : tagged ? path.substring(colon + 1) : "latest");
    }

    /// Whether it is in a private repository of Amazon ECR, of whatever account.
    public boolean isInEcr() {
        return host.contains(".dkr.ecr.");
    }

    public boolean isByDigest() {
        return reference.indexOf(':') >= 0;
    }

    /// The repository as people write it: nobody writes what Docker Hub calls `library`.
    public String writtenRepository() {
        return repository.startsWith(OFFICIAL)
                ? repository.substring(OFFICIAL.length())
                : repository;
    }

    @Override
    public String toString() {
        return host + "/" + repository + (isByDigest() ? "@" : ":") + reference;
    }
}
