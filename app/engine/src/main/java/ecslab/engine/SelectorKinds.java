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
                    "codeDeployDeployment",
                    "fileSystem",
                    "hook",
                    "hookExecution",
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
                    "taskDefinition",
                    "taskSet");

    private SelectorKinds() {}

    /// Of a selector that stands for nothing: it may be misspelt, or it may be too early for it.
    static Phrase remedy(String selector, Selectors selectors) {
        var slash = selector.indexOf('/');
        if (slash < 0) {
            return Phrase.of("remedy.selector.kind", "known", Names.list(ALL));
        }
        var kind = selector.substring(0, slash);
        if (!ALL.contains(kind)) {
            return Misspelt.remedy(kind, ALL, "remedy.selector.kind");
        }
        var wanted = unnumbered(selector.substring(slash + 1));
        var known = selectors.names(kind).stream().map(SelectorKinds::unnumbered).toList();
        var early = Phrase.of("remedy.selector");
        return known.contains(wanted) ? early : Misspelt.remedy(wanted, known, early);
    }

    /// `web` of `web#2`.
    private static String unnumbered(String name) {
        var hash = name.indexOf('#');
        return hash < 0 ? name : name.substring(0, hash);
    }
}
