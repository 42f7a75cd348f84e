package ecslab.engine;

import ecslab.ecs.model.Arns;
import java.util.regex.Pattern;

/// What ECS says when an image can't be pulled (agent source; Developer Guide, *CannotPullContainer
/// task errors*).
final class PullTexts {

    private static final Pattern ECR_HOST =
            Pattern.compile("\\d{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/.+");

    private PullTexts() {}

    static boolean isEcr(String image) {
        return ECR_HOST.matcher(image).matches();
    }

    /// The repository's name: what stands between the host and the tag or digest.
    static String repository(String image) {
        var path = isEcr(image) ? image.substring(image.indexOf('/') + 1) : image;
        var at = path.indexOf('@');
        var named = at < 0 ? path : path.substring(0, at);
        var colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
    }

    /// @param session the task's id: what the assumed role's session is called
    static String cannotPull(String image, PullFailure why, Arns arns, String session) {
        return switch (why) {
            case PullFailure.NotFound() -> isEcr(image) ? notInEcr(image) : denied(image);
            case PullFailure.NoRoute() -> noRoute(image);
            case PullFailure.AccessDenied(var role, var action, var resource) ->
                    "CannotPullContainerError: The task can't pull the image. Check that the role"
                            + " has the permissions to pull images from the registry. Error"
                            + " response from daemon: pull access denied for "
                            + repository(image)
                            + ", repository does not exist or may require 'docker login': denied:"
                            + " User: arn:aws:sts::"
                            + arns.account()
                            + ":assumed-role/"
                            + role
                            + "/"
                            + session
                            + " is not authorized to perform: "
                            + action
                            + " on resource: "
                            + resource
                            + " because no identity-based policy allows the "
                            + action
                            + " action";
        };
    }

    private static String noRoute(String image) {
        var host = isEcr(image) ? image.substring(0, image.indexOf('/')) : "registry-1.docker.io";
        return "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to"
                + " resolve ref "
                + image
                + ": failed to do request: Head \"https://"
                + host
                + "/v2/"
                + repository(image)
                + "/manifests/"
                + image.substring(image.lastIndexOf(':') + 1)
                + "\": dial tcp: i/o timeout";
    }

    private static String denied(String image) {
        return "CannotPullContainerError: The task can't pull the image. Check whether the image"
                + " exists. Error response from daemon: pull access denied for "
                + repository(image)
                + ", repository does not exist or may require 'docker login': denied: requested"
                + " access to the resource is denied";
    }

    private static String notInEcr(String image) {
        return "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to"
                + " resolve ref "
                + image
                + ": "
                + image
                + ": not found";
    }
}
