package ecslab.ecs.codedeploy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lifecycle events of a deployment to ECS, in their order (CodeDeploy User Guide, *AppSpec
/// 'hooks' section*).
public enum LifecycleEventName {
    BEFORE_INSTALL("BeforeInstall", true),
    INSTALL("Install", false),
    AFTER_INSTALL("AfterInstall", true),
    ALLOW_TEST_TRAFFIC("AllowTestTraffic", false),
    AFTER_ALLOW_TEST_TRAFFIC("AfterAllowTestTraffic", true),
    BEFORE_ALLOW_TRAFFIC("BeforeAllowTraffic", true),
    ALLOW_TRAFFIC("AllowTraffic", false),
    AFTER_ALLOW_TRAFFIC("AfterAllowTraffic", true);

    private final String printed;
    private final boolean hook;

    LifecycleEventName(String printed, boolean hook) {
        this.printed = printed;
        this.hook = hook;
    }

    public String printed() {
        return printed;
    }

    /// Whether the AppSpec may name a function that is called then.
    public boolean takesHook() {
        return hook;
    }

    public static Optional<LifecycleEventName> of(String printed) {
        return Arrays.stream(values()).filter(one -> one.printed.equals(printed)).findFirst();
    }

    /// Those that take a hook, as the AppSpec writes them.
    public static List<String> hooks() {
        return Arrays.stream(values()).filter(one -> one.hook).map(one -> one.printed).toList();
    }
}
