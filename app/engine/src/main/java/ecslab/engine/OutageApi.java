package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Fault.Kind;
import java.util.List;

/// What the lab breaks on purpose between users and answers, and mends again.
final class OutageApi {

    private static final int TIMES_MAX = 1_000;

    private final Desk desk;
    private final Breakage breakage;
    private final Registrations registrations;

    OutageApi(Desk desk, Names names, Registrations registrations) {
        this.desk = desk;
        breakage = new Breakage(desk, names);
        this.registrations = registrations;
    }

    Response carryOut(LabOutage outage, Runnable accepted) {
        switch (outage) {
            case LabOutage.LabSlowDown(var of, int times) -> slow(of, times, accepted);
            case LabOutage.LabNormalSpeed(var of) -> slow(of, 1, accepted);
            case LabOutage.LabExhaustConnections(var of) -> connections(of, true, accepted);
            case LabOutage.LabFreeConnections(var of) -> connections(of, false, accepted);
            case LabOutage.LabDropRoute(var of) -> route(of, true, accepted);
            case LabOutage.LabRestoreRoute(var of) -> route(of, false, accepted);
            case LabOutage.LabFreeze(var of) -> freeze(of, true, accepted);
            case LabOutage.LabThaw(var of) -> freeze(of, false, accepted);
            case LabOutage.LabBurnCpu(var of) -> burn(of, true, accepted);
            case LabOutage.LabStopBurn(var of) -> burn(of, false, accepted);
            case LabOutage.LabZoneOutage(var zone) -> zone(zone, true, accepted);
            case LabOutage.LabZoneBack(var zone) -> zone(zone, false, accepted);
        }
        return new EmptyResponse();
    }

    private void slow(String of, int times, Runnable accepted) {
        if (times < 1 || times > TIMES_MAX) {
            throw ApiException.invalidParameter("/times")
                    .because("times must be 2 to " + TIMES_MAX + ".")
                    .remedy(Phrase.of("remedy.slowDown"));
        }
        var about = breakage.about(of);
        breakage.begin(new Disturbance.Slow(about, times), accepted);
        breakage.report(new Fault(Kind.SLOW, about, times > 1 ? "×" + times : ""), times > 1);
    }

    private void connections(String of, boolean exhausted, Runnable accepted) {
        var about = breakage.task(of);
        breakage.begin(new Disturbance.Connections(about, exhausted), accepted);
        breakage.report(new Fault(Kind.CONNECTIONS_EXHAUSTED, about, ""), exhausted);
    }

    private void route(String of, boolean dropped, Runnable accepted) {
        var about = breakage.task(of);
        breakage.begin(new Disturbance.Route(about, dropped), accepted);
        breakage.report(new Fault(Kind.ROUTE_DROPPED, about, ""), dropped);
    }

    private void freeze(String of, boolean frozen, Runnable accepted) {
        var about = breakage.task(of);
        breakage.begin(new Disturbance.Standstill(about, frozen), accepted);
        breakage.report(new Fault(Kind.FROZEN, about, ""), frozen);
    }

    private void burn(String of, boolean burning, Runnable accepted) {
        var about = breakage.about(of);
        breakage.begin(new Disturbance.Burn(about, burning), accepted);
        breakage.report(new Fault(Kind.CPU_BURN, about, ""), burning);
    }

    /// New tasks go elsewhere, if there is an elsewhere; the agents of instances there are heard no
    /// more.
    private void zone(String zone, boolean out, Runnable accepted) {
        var known = desk.state().network.availabilityZones();
        if (!known.contains(zone)) {
            throw ApiException.invalidParameter("/zone")
                    .because("The network has no Availability Zone " + zone + ".")
                    .remedy(Misspelt.remedy(zone, known, "remedy.zone"));
        }
        var what = new Disturbance.Zone(zone, out);
        desk.machines().check(what);
        accepted.run();
        if (out) {
            desk.state().darkZones.add(zone);
        } else {
            desk.state().darkZones.remove(zone);
        }
        desk.machines().disturb(what);
        breakage.report(new Fault(Kind.ZONE_OUTAGE, zone, ""), out);
        for (var one : List.copyOf(desk.state().containerInstances.values())) {
            var below = desk.state().instances.get(one.ec2InstanceId());
            var there = below != null && below.isAlive() && below.availabilityZone().equals(zone);
            if (there && one.agentConnected() == out) {
                registrations.agent(one, !out);
            }
        }
        desk.state().services.keySet().forEach(desk::reconcileSoon);
    }
}
