package ecslab.docker;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.ImageName;
import ecslab.engine.PullFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The learner's images as a registry: what the engine holds can be named as ECR would name it.
final class Shelf {

    /// A picture with more shelves shows none of them.
    private static final int SHOWN_MAX = 12;

    private static final List<String> ABSENT =
            List.of("not found", "manifest unknown", "access denied", "does not exist");

    private final DockerEngine engine;
    private final Owner owner;
    private final String host;
    private final String architecture;
    private List<Image> images = List.of();

    Shelf(DockerEngine engine, Owner owner, Arns arns, String architecture) {
        this.architecture = architecture;
        this.engine = engine;
        this.owner = owner;
        host = arns.registryHost();
    }

    /// Looks what is there: the images that came with the program first, then the learner's.
    ///
    /// @param tags of the images that came with the program
    void fill(Collection<String> tags) {
        var all = new ArrayList<Image>();
        for (var tag : tags) {
            engine.image(DemoImage.reference(owner, tag)).ifPresent(image -> all.add(shown(image)));
        }
        engine.images().stream()
                .filter(image -> !DemoImage.isAnybodys(image.reference()))
                .limit(SHOWN_MAX)
                .forEach(image -> all.add(shown(image)));
        images = List.copyOf(all);
    }

    private Image shown(LocalImage image) {
        return new Image(
                host + "/" + plain(image.reference()),
                image.digest(),
                image.sizeMib(),
                image.layers());
    }

    private String plain(String reference) {
        var prefix = DemoImage.prefix(owner.id());
        return reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
    }

    List<Image> images() {
        return images;
    }

    /// The container that holds a task's network is made from this.
    String pause() {
        return DemoImage.reference(owner, "web:v1");
    }

    boolean isDemo(String reference) {
        return reference.startsWith(DemoImage.prefix(owner.id()));
    }

    /// Whether the demo program stands under the name that a task definition writes.
    boolean holdsDemo(String written) {
        return find(written).filter(image -> isDemo(image.reference())).isPresent();
    }

    /// What the engine holds under the name that a task definition writes.
    Optional<LocalImage> find(String written) {
        return references(written).map(engine::image).flatMap(Optional::stream).findFirst();
    }

    private Stream<String> references(String written) {
        var name = ImageName.parse(written);
        if (!name.host().equals(host)) {
            return Stream.of(written);
        }
        var mark = name.isByDigest() ? "@" : ":";
        var plain = name.repository() + mark + name.reference();
        return Stream.of(DemoImage.reference(owner, plain), plain);
    }

    /// Whether it is pulled from somewhere if the engine doesn't hold it. What stands for this
    /// account's ECR is nowhere else.
    boolean isElsewhere(String written) {
        return !ImageName.parse(written).host().equals(host);
    }

    /// What the engine says about a pull, in one of ECS's kinds.
    PullFailure failure(EngineRefused refused) {
        var words = refused.words().toLowerCase(Locale.ROOT);
        if (words.contains("no matching manifest")) {
            return new PullFailure.WrongPlatform("linux/" + architecture);
        }
        if (words.contains("no space left")) {
            return new PullFailure.DiskFull();
        }
        if (words.contains("toomanyrequests")) {
            return new PullFailure.TooManyRequests();
        }
        var absent = refused.isNotFound() || ABSENT.stream().anyMatch(words::contains);
        return absent ? new PullFailure.NotFound() : new PullFailure.Said(refused.words());
    }
}
