package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.scenario.ImageBehaviour;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The images that a scenario's registries hold. It doesn't change during a run.
final class Registry {

    private static final int HASH_WORDS = 4;
    private static final int WORD_DIGITS = 16;

    private final long seed;
    private final LinkedHashMap<ImageName, ImageBehaviour> byName = new LinkedHashMap<>();

    Registry(long seed, List<ImageBehaviour> images) {
        this.seed = seed;
        images.forEach(image -> byName.put(ImageName.parse(image.uri()), image));
    }

    /// @param image as a task definition writes it: `nginx` and `nginx:latest` are the same
    Optional<ImageBehaviour> find(String image) {
        return Optional.ofNullable(byName.get(ImageName.parse(image)));
    }

    List<Image> images() {
        return byName.values().stream()
                .map(i -> new Image(i.uri(), digest(i.uri()), i.sizeMib(), i.layers()))
                .toList();
    }

    /// In a simulation the content of an image is its name, so its digest is the name's.
    String digest(String uri) {
        var digest = new StringBuilder("sha256:");
        for (var word = 0; word < HASH_WORDS; word++) {
            var digits = Long.toHexString(Chance.draw(seed, "digest/" + uri, word));
            digest.append("0".repeat(WORD_DIGITS - digits.length())).append(digits);
        }
        return digest.toString();
    }
}
