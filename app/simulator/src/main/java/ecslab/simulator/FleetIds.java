package ecslab.simulator;

import ecslab.ecs.chance.Chance;

/// Ids and addresses that the machines draw.
record FleetIds(FleetState state, long seed) {

    /// 16 hexadecimal digits.
    String hex(String stream) {
        var digits = Long.toHexString(draw(stream));
        return "0".repeat(16 - digits.length()) + digits;
    }

    /// From TEST-NET-3 (RFC 5737): an address that nobody has.
    String publicAddress() {
        return "203.0.113." + (1 + Chance.below(254, draw("ids/publicIp")));
    }

    private long draw(String stream) {
        return Chance.draw(seed, stream, state.draws.merge(stream, 1L, Long::sum) - 1);
    }
}
