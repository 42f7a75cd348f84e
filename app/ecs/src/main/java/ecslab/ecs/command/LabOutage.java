package ecslab.ecs.command;

/// Breaks on purpose what stands between users and answers, or mends it.
public sealed interface LabOutage extends Command {

    @Override
    default String api() {
        return "lab";
    }

    /// `lab:SlowDown`: programs take so many times as long for each request, and as much CPU.
    ///
    /// @param of `image/NAME` or `task/NAME`
    /// @param times 2 to 1000
    record LabSlowDown(String of, int times) implements LabOutage {}

    /// `lab:NormalSpeed`
    record LabNormalSpeed(String of) implements LabOutage {}

    /// `lab:ExhaustConnections`: a task takes no more connections.
    ///
    /// @param of `task/NAME`
    record LabExhaustConnections(String of) implements LabOutage {}

    /// `lab:FreeConnections`
    record LabFreeConnections(String of) implements LabOutage {}

    /// `lab:DropRoute`: nothing that is sent to a task arrives.
    ///
    /// @param of `task/NAME`
    record LabDropRoute(String of) implements LabOutage {}

    /// `lab:RestoreRoute`
    record LabRestoreRoute(String of) implements LabOutage {}

    /// `lab:Freeze`: the programs of a task stand still. What reaches them finds nobody to answer;
    /// a task that is told to stop goes on first, as Docker's paused containers do.
    ///
    /// @param of `task/NAME`
    record LabFreeze(String of) implements LabOutage {}

    /// `lab:Thaw`
    record LabThaw(String of) implements LabOutage {}

    /// `lab:BurnCpu`: something beside the programs keeps all the CPU busy that they may have.
    ///
    /// @param of `image/NAME` or `task/NAME`
    record LabBurnCpu(String of) implements LabOutage {}

    /// `lab:StopBurn`
    record LabStopBurn(String of) implements LabOutage {}

    /// `lab:ZoneOutage`: an Availability Zone is cut off from everything.
    ///
    /// @param zone such as `us-east-1a`
    record LabZoneOutage(String zone) implements LabOutage {}

    /// `lab:ZoneBack`
    record LabZoneBack(String zone) implements LabOutage {}
}
