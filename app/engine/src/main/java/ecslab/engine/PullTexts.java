package ecslab.engine;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ImageName;
import java.util.regex.Pattern;

/// What ECS says when an image can't be pulled (agent source; Developer Guide, *CannotPullContainer
/// task errors*).
final class PullTexts {

    private static final Pattern ECR_HOST =
            Pattern.compile("\\d{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/.+");

    /// The host that Docker Hub's registry answers at.
    private static final String DOCKER_HUB_API = "registry-1.docker.io";

    private PullTexts() {}

    static boolean isEcr(String image) {
        return image.contains(".dkr.ecr.") && ECR_HOST.matcher(image).matches();
    }

    /// @param session the task's id: what the assumed role's session is called
    static String cannotPull(String image, PullFailure why, Arns arns, String session) {
        return switch (why) {
            case PullFailure.NotFound() ->
                    ImageName.DOCKER_HUB.equals(ImageName.parse(image).host())
                            ? denied(image)
                            : notFound(image);
            case PullFailure.NoRoute() -> noRoute(image);
            case PullFailure.NoAnswer() ->
                    "CannotPullContainerError: API error (500): Get https://"
                            + host(image)
                            + "/v2/: net/http: request canceled while waiting for connection";
            case PullFailure.Said(var words) ->
                    "CannotPullContainerError: Error response from daemon: " + words;
            case PullFailure.TooManyRequests() ->
                    "CannotPullContainerError: ERROR: toomanyrequests: Too Many Requests";
            case PullFailure.WrongPlatform(var platform) ->
                    "CannotPullContainerError: "
                            + OurWords.MANIFEST_RETRIED
                            + "image Manifest does not contain descriptor matching platform '"
                            + platform
                            + "'";
            case PullFailure.DiskFull() ->
                    "CannotPullContainerError: write /var/lib/docker/tmp/"
                            + OurWords.BLOB
                            + ": no space left on device";
            case PullFailure.AccessDenied(var role, var action, var resource) ->
                    "CannotPullContainerError: The task can't pull the image. Check that the role"
                            + " has the permissions to pull images from the registry. Error"
                            + " response from daemon: pull access denied for "
                            + ImageName.parse(image).repository()
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
        var name = ImageName.parse(image);
        return "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to"
                + " resolve ref "
                + name
                + ": failed to do request: Head \"https://"
                + host(image)
                + "/v2/"
                + name.repository()
                + "/manifests/"
                + name.reference()
                + "\": dial tcp: i/o timeout";
    }

    private static String host(String image) {
        var host = ImageName.parse(image).host();
        return ImageName.DOCKER_HUB.equals(host) ? DOCKER_HUB_API : host;
    }

    /// Docker Hub doesn't tell whether a repository exists.
    private static String denied(String image) {
        return "CannotPullContainerError: The task can't pull the image. Check whether the image"
                + " exists. Error response from daemon: pull access denied for "
                + ImageName.parse(image).writtenRepository()
                + ", repository does not exist or may require 'docker login': denied: requested"
                + " access to the resource is denied";
    }

    private static String notFound(String image) {
        var name = ImageName.parse(image);
        return "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to"
                + " resolve ref "
                + name
                + ": "
                + name
                + ": not found";
    }
}
