package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Volume;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What ECS refuses in a container's health check, restart policy, links, mounts and what else
/// Fargate doesn't know (behaviour reference §2.2, §2.5, §2.7). [DependencyRules] looks after
/// `dependsOn`.
final class SettingsRules {

    private static final List<String> FARGATE_LOG_DRIVERS =
            List.of("awslogs", "splunk", "awsfirelens");
    private static final List<String> NOT_ON_FARGATE =
            List.of(
                    "linuxParameters.devices",
                    "linuxParameters.sharedMemorySize",
                    "linuxParameters.maxSwap",
                    "linuxParameters.swappiness",
                    "dockerSecurityOptions",
                    "resourceRequirements");
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?");
    private static final Pattern ADDED =
            Pattern.compile("\"capabilities\":\\{[^}]*\"add\":\\[([^\\]]*)]");
    private static final List<String> NOT_IN_AWSVPC =
            List.of("hostname", "dnsServers", "dnsSearchDomains", "extraHosts");
    private static final int IGNORED_CODES_MAX = 50;

    private final RegisterTaskDefinition command;
    private final TaskDefinitionRules.Checked checked;

    private SettingsRules(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        this.command = command;
        this.checked = checked;
    }

    static void check(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        var rules = new SettingsRules(command, checked);
        for (var i = 0; i < command.containerDefinitions().size(); i++) {
            rules.check(command.containerDefinitions().get(i), "/containerDefinitions/" + i);
        }
        new DependencyRules(command.containerDefinitions(), checked.fargate()).check();
    }

    private void check(ContainerDefinitionInput container, String field) {
        checkHealth(container, field + "/healthCheck");
        checkRestart(container, field + "/restartPolicy");
        checkLinks(container, field);
        checkMounts(container, field);
        checkAwsvpc(container, field);
        new NeedRules(command, checked).check(container, field);
        Gpus.check(container.unmodelled(), field);
        if (checked.fargate()) {
            checkFargate(container, field);
        }
    }

    private static void checkHealth(ContainerDefinitionInput container, String field) {
        if (!(container.settings().healthCheck()
                instanceof Given.Value<HealthCheckInput>(var check))) {
            return;
        }
        var command = check.command();
        var form = command.isEmpty() ? "" : command.getFirst();
        if (!List.of("CMD", "CMD-SHELL").contains(form) || command.size() < 2) {
            throw wrong(container, "healthCheck", field + "/command", "remedy.health.command");
        }
        range(container, check.interval(), 5, 300, "interval", field);
        range(container, check.timeout(), 2, 60, "timeout", field);
        range(container, check.retries(), 1, 10, "retries", field);
        range(container, check.startPeriod(), 0, 300, "startPeriod", field);
    }

    private static void checkRestart(ContainerDefinitionInput container, String field) {
        if (!(container.settings().restartPolicy()
                instanceof Given.Value<RestartPolicyInput>(var policy))) {
            return;
        }
        if (policy.ignoredExitCodes().size() > IGNORED_CODES_MAX) {
            throw wrong(
                    container,
                    "restartPolicy",
                    field + "/ignoredExitCodes",
                    "remedy.restart.codes");
        }
        range(container, policy.restartAttemptPeriod(), 60, 1_800, "restartAttemptPeriod", field);
    }

    private static void range(
            ContainerDefinitionInput container,
            Given<Integer> given,
            int min,
            int max,
            String name,
            String field) {
        int value = given.orElse(min);
        if (value < min || value > max) {
            throw ApiException.client(field + "/" + name)
                    .because(OurWords.invalidForContainer(name, container.name().orElse("")))
                    .remedy(Phrase.of("remedy.between", "field", name, "min", min, "max", max));
        }
    }

    private void checkLinks(ContainerDefinitionInput container, String field) {
        var links = container.settings().links();
        if (links.isEmpty()) {
            return;
        }
        if (checked.networkMode() != NetworkMode.BRIDGE) {
            throw ApiException.client(field + "/links")
                    .because(
                            "Links are not supported when networkMode="
                                    + checked.networkMode().printed()
                                    + ".")
                    .remedy(Phrase.of("remedy.links.bridge"));
        }
        for (var link : links) {
            var known = others(container).contains(link.split(":", 2)[0]);
            if (!LINK.matcher(link).matches() || !known) {
                throw wrong(container, "links", field + "/links", "remedy.links");
            }
        }
    }

    private Set<String> others(ContainerDefinitionInput container) {
        var names = new TreeSet<String>();
        command.containerDefinitions().forEach(one -> names.add(one.name().orElse("")));
        names.remove(container.name().orElse(""));
        return names;
    }

    private void checkMounts(ContainerDefinitionInput container, String field) {
        var volumes = command.volumes().stream().map(Volume::name).toList();
        for (var mount : container.settings().mountPoints()) {
            if (!volumes.contains(mount.sourceVolume())) {
                throw ApiException.client(field + "/mountPoints")
                        .because(OurWords.unknownVolume(mount.sourceVolume()))
                        .remedy(Phrase.of("remedy.volume.unknown"));
            }
        }
        for (var from : container.settings().volumesFrom()) {
            if (!others(container).contains(from.sourceContainer())) {
                throw wrong(container, "volumesFrom", field + "/volumesFrom", "remedy.volumesFrom");
            }
        }
    }

    private void checkFargate(ContainerDefinitionInput container, String field) {
        var fields = container.unmodelled().fields();
        if ("true".equals(fields.get("privileged"))) {
            throw TaskWideRules.notOnFargate("privileged", field + "/privileged");
        }
        for (var name : NOT_ON_FARGATE) {
            var last = name.substring(name.lastIndexOf('.') + 1);
            var inside = name.contains(".") ? fields.getOrDefault("linuxParameters", "") : "";
            if (fields.containsKey(name) || inside.contains("\"" + last + "\"")) {
                throw TaskWideRules.notOnFargate(last, field + "/" + name.replace('.', '/'));
            }
        }
        var driver = container.logDriver().orElse("awslogs");
        if (!FARGATE_LOG_DRIVERS.contains(driver)) {
            throw TaskWideRules.notOnFargate(driver, field + "/logConfiguration/logDriver");
        }
        checkCapabilities(fields.getOrDefault("linuxParameters", ""), field);
    }

    /// A task on Fargate may add one capability and no other.
    private static void checkCapabilities(String linuxParameters, String field) {
        var added = ADDED.matcher(linuxParameters);
        if (added.find() && !List.of("", "\"SYS_PTRACE\"").contains(added.group(1))) {
            throw TaskWideRules.notOnFargate(
                    added.group(1).replace("\"", ""), field + "/linuxParameters/capabilities/add");
        }
    }

    /// A network interface of its own has one name and one set of name servers.
    private void checkAwsvpc(ContainerDefinitionInput container, String field) {
        for (var name : NOT_IN_AWSVPC) {
            var written = container.unmodelled().fields().getOrDefault(name, "[]");
            if (checked.networkMode() == NetworkMode.AWSVPC && !written.equals("[]")) {
                throw ApiException.client(field + "/" + name)
                        .because(OurWords.notInAwsvpc(name))
                        .remedy(Phrase.of("remedy.awsvpc.leaveOut", "field", name));
            }
        }
    }

    static ApiException wrong(
            ContainerDefinitionInput container, String setting, String field, String remedy) {
        return ApiException.client(field)
                .because(OurWords.invalidForContainer(setting, container.name().orElse("")))
                .remedy(Phrase.of(remedy));
    }
}
