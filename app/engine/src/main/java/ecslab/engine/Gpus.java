package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Unmodelled;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many GPUs containers ask for in `resourceRequirements` (API Reference,
/// *ResourceRequirement*): each container has its own to itself.
final class Gpus {

    private static final String FIELD = "resourceRequirements";
    private static final Pattern GPU = Pattern.compile("\\{[^}]*\"type\":\\s*\"GPU\"[^}]*}");
    private static final Pattern VALUE = Pattern.compile("\"value\":\\s*\"([^\"]*)\"");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");

    private Gpus() {}

    /// @param container the fields of a container that are kept as they are written
    static void check(Unmodelled container, String field) {
        var gpu = of(container);
        while (gpu.find()) {
            if (!COUNT.matcher(value(gpu.group())).matches()) {
                throw ApiException.client(field + "/" + FIELD)
                        .because(OurWords.GPU_VALUE)
                        .remedy(Phrase.of("remedy.gpus"));
            }
        }
    }

    static int count(TaskDefinition definition) {
        var sum = 0;
        for (var container : definition.containerDefinitions()) {
            if (container.unmodelled().fields().containsKey(FIELD)) {
                sum += count(container.unmodelled());
            }
        }
        return sum;
    }

    private static int count(Unmodelled container) {
        var sum = 0;
        var gpu = of(container);
        while (gpu.find()) {
            sum += Integer.parseInt(value(gpu.group()));
        }
        return sum;
    }

    private static Matcher of(Unmodelled container) {
        return GPU.matcher(container.fields().getOrDefault(FIELD, ""));
    }

    private static String value(String requirement) {
        var value = VALUE.matcher(requirement);
        return value.find() ? value.group(1) : "";
    }
}
