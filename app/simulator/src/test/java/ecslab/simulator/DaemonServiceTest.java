package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.Service;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.1 Daemon services: one task on each container instance that may have it.
class DaemonServiceTest {

    private static final String DAEMON =
            "{\"cluster\": \"demo\", \"serviceName\": \"agent\", \"taskDefinition\": \"agent\","
                    + " \"launchType\": \"EC2\", \"schedulingStrategy\": \"DAEMON\"";

    private static final String REVISION = "\"taskDefinition\": \"agent\"";
    private static final String BIG = "\"taskDefinition\": \"big\"";

    private static Written cluster() {
        return Written.demo(2, "\"subnets\": \"public\"")
                .family("agent", "bridge", 500, 200, "none")
                .family("web", "bridge", 500, 200, "none");
    }

    private static Written daemon(String at, String more) {
        return cluster()
                .instances("pool", "t3.small", 2)
                .at(at, "ecs:CreateService", DAEMON + more + "}");
    }

    private static Service agent(Written.Outcome outcome) {
        assertEquals(List.of(), Checker.check(outcome.run().events()));
        return outcome.run().snapshot().services().values().stream()
                .filter(one -> one.scheduling().isDaemon())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachInstanceHasOneTask() {
        var outcome =
                daemon("1s", "")
                        .at(
                                "60s",
                                "lab:StartInstances",
                                "{\"name\": \"late\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"t3.small\", \"registersIn\": \"5s\"}")
                        .until("2m");
        assertEquals(
                List.of("agent#1 pool#1", "agent#2 pool#2", "agent#3 late#1"), outcome.places());
        var service = agent(outcome);
        assertEquals(3, service.desiredCount());
        assertEquals(3, service.runningCount());
        assertEquals(new DeploymentConfiguration(0, 100), service.deploymentConfiguration());
    }

    /// Before its tasks are counted it would have as many as it wants: none.
    @Test
    void deploymentIsCompletedByTasksAndNotBeforeTheyAreCounted() {
        var run = daemon("1s", "").until("2m").run();
        var completed =
                run.events().stream()
                        .filter(Event.DeploymentStateChange.class::isInstance)
                        .map(Event.DeploymentStateChange.class::cast)
                        .filter(one -> one.eventName().equals("SERVICE_DEPLOYMENT_COMPLETED"))
                        .map(one -> one.at().isBefore(SimInstant.ofSeconds(40)))
                        .toList();
        assertEquals(List.of(false), completed);
    }

    /// One that finds no instance has nothing to wait for.
    @Test
    void deploymentWithoutAnInstanceIsCompleted() {
        var run = cluster().at("1s", "ecs:CreateService", DAEMON + "}").until("60s").run();
        assertEquals(
                1,
                run.events().stream()
                        .filter(Event.DeploymentStateChange.class::isInstance)
                        .map(Event.DeploymentStateChange.class::cast)
                        .filter(one -> one.eventName().equals("SERVICE_DEPLOYMENT_COMPLETED"))
                        .count());
    }

    /// Beside two tasks of 500 a daemon of 1,800 finds no room, and yet keeps what is left.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecs:DeleteService | \"force\": true | 3",
                "ecs:UpdateService | \"taskDefinition\": \"agent\" | 4",
                "ecs:UpdateService | \"forceNewDeployment\": true | 2"
            })
    void roomThatIsNoLongerKeptIsForTheOthers(String action, String field, int tasks) {
        var places =
                cluster()
                        .family("big", "bridge", 1800, 200, "none")
                        .instances("pool", "t3.small", 1)
                        .service("1s", "web", 2, ", \"launchType\": \"EC2\"")
                        .at("30s", "ecs:CreateService", DAEMON.replace(REVISION, BIG) + "}")
                        .at(
                                "40s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"desiredCount\": 3}")
                        .at(
                                "60s",
                                action,
                                "{\"cluster\": \"demo\", \"service\": \"agent\", " + field + "}")
                        .until("2m")
                        .places();
        assertEquals(tasks, places.size(), places::toString);
    }

    /// 2,048 units hold four tasks of 500; one place is the daemon's although it comes late.
    @Test
    void roomIsKeptForTheDaemon() {
        var outcome =
                cluster()
                        .at("1s", "ecs:CreateService", DAEMON + "}")
                        .service("2s", "web", 8, ", \"launchType\": \"EC2\"")
                        .at(
                                "10s",
                                "lab:StartInstances",
                                "{\"name\": \"late\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"t3.small\", \"registersIn\": \"5s\"}")
                        .until("60s");
        var places = outcome.places();
        assertEquals(4, places.size());
        assertEquals(1, places.stream().filter(one -> one.startsWith("agent")).count());
        assertTrue(places.getFirst().startsWith("agent"), "the daemon starts first: " + places);
        assertEquals("48 1186 2", outcome.left("late#1"));
    }

    /// The replica's task goes first, and its daemon when it has gone.
    @Test
    void daemonIsTheLastToLeaveADrainingInstance() {
        var outcome =
                daemon("1s", "")
                        .service("5s", "web", 2, ", \"launchType\": \"EC2\"")
                        .at(
                                "90s",
                                "ecs:UpdateContainerInstancesState",
                                "{\"cluster\": \"demo\", \"containerInstances\":"
                                        + " [\"${instance/pool#1}\"], \"status\": \"DRAINING\"}")
                        .until("5m");
        var stops = leaving(outcome);
        assertEquals(2, stops.size(), stops.toString());
        assertTrue(stops.getFirst().contains("web#"), stops.toString());
        assertTrue(stops.getLast().contains("agent#1"), stops.toString());
        assertEquals(1, agent(outcome).desiredCount());
    }

    /// `NAME AT` of each task that was told to stop, in order.
    private static List<String> leaving(Written.Outcome outcome) {
        var names = outcome.run().snapshot().taskNames();
        var told = new LinkedHashMap<String, String>();
        for (var event : outcome.run().events()) {
            if (event instanceof Event.TaskStateChange(var at, var task) && task.isLeaving()) {
                told.putIfAbsent(names.get(task.id()), at.toString());
            }
        }
        return told.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
    }

    @ParameterizedTest
    @CsvSource({"t3.small, 2", "m5.large, 0"})
    void constraintsDecideWhichInstances(String type, int tasks) {
        var outcome =
                daemon("1s", constraint("attribute:ecs.instance-type == " + type)).until("60s");
        assertEquals(tasks, outcome.places().size());
        assertEquals(tasks, agent(outcome).desiredCount());
    }

    private static String constraint(String expression) {
        return ", \"placementConstraints\": [{\"type\": \"memberOf\", \"expression\": \""
                + expression
                + "\"}]";
    }

    /// Of all services only daemons have their running tasks checked again.
    @Test
    void violatorsAreStopped() {
        var outcome =
                daemon("1s", constraint("attribute:agent exists"))
                        .at("5s", "ecs:PutAttributes", attribute("agent"))
                        .at("60s", "ecs:DeleteAttributes", attribute("agent"))
                        .until("2m");
        assertEquals(List.of(), outcome.places());
        assertEquals(List.of("agent#1 1m1s"), leaving(outcome));
        assertEquals(
                List.of("ERROR SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED"),
                outcome.run().events().stream()
                        .filter(e ->
                                e instanceof Event.ServiceAction act
                                        && act.eventName().contains("DAEMON"))
                        .map(e -> (Event.ServiceAction) e)
                        .map(act -> act.eventType() + " " + act.eventName())
                        .toList());
    }

    private static String attribute(String name) {
        return "{\"cluster\": \"demo\", \"attributes\": [{\"name\": \""
                + name
                + "\", \"value\": \"yes\", \"targetId\": \"${instance/pool#1}\"}]}";
    }

    /// With at most 100 % the old task makes room for the new one.
    @Test
    void newRevisionStopsTheOldTaskFirst() {
        var outcome =
                daemon("1s", "")
                        .family("agent", "bridge", 500, 300, "none")
                        .at(
                                "90s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"agent\","
                                        + " \"taskDefinition\": \"agent:1\"}")
                        .until("4m");
        assertEquals(List.of("agent#3 pool#1", "agent#4 pool#2"), sorted(outcome.places()));
        assertEquals(1, agent(outcome).deployments().size());
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"launchType\": \"EC2\", \"desiredCount\": 2 | The daemon scheduling strategy does"
                    + " not support a desired count for services. Remove the desired count value"
                    + " and try again",
                "\"launchType\": \"EC2\", \"deploymentConfiguration\": {\"maximumPercent\": 200} |"
                        + " The daemon scheduling strategy does not support values above 100 for"
                        + " maximumPercent on a deployment configuration. Change the maximumPercent"
                        + " value to 100, and try again",
                "\"launchType\": \"EC2\", \"placementStrategy\": [{\"type\": \"random\"}] | The"
                        + " daemon scheduling strategy does not support placement strategies.",
                "\"launchType\": \"EC2\", \"schedulingStrategy\": \"BOTH\" | Invalid value"
                        + " \"BOTH\". Valid values: REPLICA, DAEMON.",
            })
    void whatADaemonHasNotIsRefused(String field, String message) {
        var given =
                "{\"cluster\": \"demo\", \"serviceName\": \"agent\", \"taskDefinition\": \"agent\","
                        + (field.contains("BOTH") ? "" : " \"schedulingStrategy\": \"DAEMON\",")
                        + field
                        + "}";
        var outcome =
                cluster()
                        .instances("pool", "t3.small", 1)
                        .at("1s", "ecs:CreateService", given)
                        .until("2s");
        assertEquals(List.of("InvalidParameterException: " + message), outcome.refused());
    }

    @Test
    void fargateHasNoDaemons() {
        var outcome =
                cluster()
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                """
                                {"family": "f", "networkMode": "awsvpc", "cpu": "256",
                                 "memory": "512", "requiresCompatibilities": ["FARGATE"],
                                 "containerDefinitions": [{"name": "w", "image": "web:1"}]}\
                                """)
                        .at(
                                "1s",
                                "ecs:CreateService",
                                """
                                {"cluster": "demo", "serviceName": "agent", "taskDefinition": "f",
                                 "launchType": "FARGATE", "schedulingStrategy": "DAEMON",
                                 "networkConfiguration": {"awsvpcConfiguration": {"subnets":
                                 ["${subnet/a}"]}}}\
                                """)
                        .until("2s");
        assertEquals(
                List.of(
                        "InvalidParameterException: The daemon scheduling strategy is not supported"
                                + " on FARGATE launch type."),
                outcome.refused());
    }
}
