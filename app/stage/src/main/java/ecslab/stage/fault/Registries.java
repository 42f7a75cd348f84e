package ecslab.stage.fault;

import ecslab.ecs.model.ImageName;
import ecslab.ecs.state.ClusterState;
import java.util.List;
import java.util.stream.Collectors;

/// What people call the registries that images are pulled from.
public final class Registries {

    private static final String ECR = "ECR";
    private static final String PUBLIC_ECR = "public.ecr.aws";

    private Registries() {}

    /// The host, or the name of whoever runs it.
    public static String brand(String host) {
        if (host.contains(".dkr.ecr.")) {
            return ECR;
        }
        if (host.equals(PUBLIC_ECR)) {
            return "ECR Public";
        }
        return host.equals(ImageName.DOCKER_HUB) ? "Docker Hub" : host;
    }

    /// Each once, in the order of images.
    public static List<String> all(ClusterState state) {
        return state.images().keySet().stream()
                .map(image -> brand(ImageName.parse(image).host()))
                .distinct()
                .toList();
    }

    /// All in a line.
    static String of(ClusterState state) {
        var all = all(state);
        return all.isEmpty() ? ECR : all.stream().collect(Collectors.joining(" + "));
    }
}
