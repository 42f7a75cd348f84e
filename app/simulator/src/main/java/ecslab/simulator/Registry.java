package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.scenario.ImageBehaviour;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The images that a scenario's registries hold. It doesn't change during a run.
final class Registry {

    private static final int HASH_WORDS = 4;
    private static final HexFormat HEX = HexFormat.of();

    private final long seed;
    private final LinkedHashMap<ImageName, ImageBehaviour> byName = new LinkedHashMap<>();

    /// What was looked up before, by the text that was looked for: there are as many texts as
    /// images in task definitions, and what they mean doesn't change.
    private final TreeMap<String, Optional<ImageBehaviour>> found = new TreeMap<>();

    /// Likewise: where each is pulled from.
    private final TreeMap<String, String> hosts = new TreeMap<>();

    /// By URI.
    private final TreeMap<String, String> digests = new TreeMap<>();

    Registry(long seed, List<ImageBehaviour> images) {
        this.seed = seed;
        images.forEach(image -> byName.put(ImageName.parse(image.uri()), image));
    }

    /// @param image as a task definition writes it: `nginx` and `nginx:latest` are the same
    Optional<ImageBehaviour> find(String image) {
        return found.computeIfAbsent(
                image, text -> Optional.ofNullable(byName.get(ImageName.parse(text))));
    }

    /// Where an image is pulled from.
    ///
    /// @param image as a task definition writes it
    /// @return the host of the registry that it is pulled from
    String host(String image) {
        return hosts.computeIfAbsent(image, text -> ImageName.parse(text).host());
    }

    List<Image> images() {
        return byName.values().stream()
                .map(i -> new Image(i.uri(), digest(i.uri()), i.sizeMib(), i.layers()))
                .toList();
    }

    /// In a simulation the content of an image is its name, so its digest is the name's.
    String digest(String uri) {
        return digests.computeIfAbsent(uri, this::draw);
    }

    private String draw(String uri) {
        var digest = new StringBuilder("sha256:");
        for (var word = 0; word < HASH_WORDS; word++) {
            digest.append(HEX.toHexDigits(Chance.draw(seed, "digest/" + uri, word)));
        }
        return digest.toString();
    }
}
