package ecslab.engine;

import ecslab.ecs.model.Unmodelled;
import java.util.List;
import java.util.TreeMap;

/// Which of a service's fields that we only echo belong to its revisions, so that a change of them
/// is a deployment (API Reference, *UpdateService*).
final class RevisionFields {

    static final List<String> NAMES =
            List.of(
                    "platformVersion",
                    "serviceConnectConfiguration",
                    "serviceRegistries",
                    "volumeConfigurations",
                    "vpcLatticeConfigurations");

    private RevisionFields() {}

    /// Those fields alone.
    static Unmodelled of(Unmodelled all) {
        var mine = new TreeMap<String, String>();
        all.fields()
                .forEach((path, json) -> {
                    if (NAMES.contains(top(path))) {
                        mine.put(path, json);
                    }
                });
        return new Unmodelled(mine);
    }

    /// What a revision holds, in place of what the service has.
    static Unmodelled put(Unmodelled service, Unmodelled revision) {
        var next = new TreeMap<>(service.fields());
        next.keySet().removeIf(path -> NAMES.contains(top(path)));
        next.putAll(revision.fields());
        return new Unmodelled(next);
    }

    /// What UpdateService gives, field by field, in place of what the service has.
    static Unmodelled merge(Unmodelled service, Unmodelled given) {
        var names = given.fields().keySet().stream().map(RevisionFields::top).toList();
        var next = new TreeMap<>(service.fields());
        next.keySet().removeIf(path -> names.contains(top(path)));
        next.putAll(given.fields());
        return new Unmodelled(next);
    }

    private static String top(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
