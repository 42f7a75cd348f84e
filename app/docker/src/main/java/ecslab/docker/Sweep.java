package ecslab.docker;

import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Removes what an owner has left on an engine, and nothing else.
final class Sweep {

    /// An engine refuses to take a name away while it is busy with the image.
    private static final int ROUNDS = 10;

    private final DockerEngine engine;

    Sweep(DockerEngine engine) {
        this.engine = engine;
    }

    /// Everything of one owner: containers, volumes, and the names of its images.
    void owner(String id) {
        var labels = Map.of(Labels.OWNER, id);
        for (var left = engine.containers(labels); !left.isEmpty(); ) {
            left.parallelStream().forEach(this::remove);
            left = engine.containers(labels);
        }
        engine.volumes(Labels.OWNER)
                .forEach((name, its) -> {
                    if (id.equals(its.get(Labels.OWNER))) {
                        quietly(() -> engine.removeVolume(name));
                    }
                });
        for (var i = 0; i < ROUNDS && !references(id).isEmpty(); i++) {
            references(id).forEach(reference -> quietly(() -> engine.untag(reference)));
        }
    }

    private List<String> references(String id) {
        return engine.images().stream()
                .map(LocalImage::reference)
                .filter(reference -> DemoImage.isOf(id, reference))
                .toList();
    }

    /// Everything of owners that are known to live no more.
    ///
    /// @param folder where owners of this user keep their lock files
    void dead(Path folder) throws IOException {
        var owners = new TreeMap<String, Map<String, String>>();
        engine.containers(Labels.OWNER)
                .forEach(one -> note(owners, Labels.get(one, Labels.OWNER), one.getLabels()));
        engine.volumes(Labels.OWNER)
                .forEach((_, its) -> note(owners, Labels.get(its, Labels.OWNER), its));
        for (var its : owners.entrySet()) {
            var labels = its.getValue();
            if (Owner.isDead(Labels.get(labels, Labels.HOST), Labels.get(labels, Labels.LOCK))) {
                owner(its.getKey());
            }
        }
        for (var lock : Owner.deadLocks(folder)) {
            owner(Owner.idOf(lock));
            Files.deleteIfExists(lock);
        }
    }

    private static void note(
            Map<String, Map<String, String>> owners, String owner, Map<String, String> labels) {
        if (!owner.isEmpty()) {
            owners.putIfAbsent(owner, labels);
        }
    }

    private void remove(Container container) {
        quietly(() -> engine.remove(container.getId()));
    }

    /// Somebody else may be removing the same at the same time.
    private static void quietly(Runnable what) {
        try {
            what.run();
        } catch (EngineRefused _) {
            // It is gone, or goes as soon as what uses it is gone: the next round sees.
        }
    }
}
