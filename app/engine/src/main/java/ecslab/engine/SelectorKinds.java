package ecslab.engine;

import ecslab.ecs.Phrase;
import java.util.List;

/// What may stand before the slash of a `${selector}` ([Names#plain] knows what each stands for).
final class SelectorKinds {

    private static final List<String> ALL =
            List.of(
                    "accessPoint",
                    "autoScalingGroup",
                    "capacityProvider",
                    "cluster",
                    "fileSystem",
                    "hook",
                    "instance",
                    "listener",
                    "loadBalancer",
                    "role",
                    "rule",
                    "secret",
                    "securityGroup",
                    "service",
                    "serviceDeployment",
                    "serviceRevision",
                    "subnet",
                    "targetGroup",
                    "task",
                    "taskDefinition");

    private SelectorKinds() {}

    /// Of a selector that stands for nothing: it may be too early for it, or it may be misspelt.
    static Phrase remedy(String selector) {
        var slash = selector.indexOf('/');
        return slash >= 0 && ALL.contains(selector.substring(0, slash))
                ? Phrase.of("remedy.selector")
                : Phrase.of("remedy.selector.kind", "known", Names.list(ALL));
    }
}
