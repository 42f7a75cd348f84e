package ecslab.engine;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.TaskId;
import java.math.BigInteger;
import java.util.HexFormat;

/// Ids that look as AWS's do, drawn from the run's seed.
final class Ids {

    private static final BigInteger NINETEEN_DIGITS = BigInteger.TEN.pow(18);
    private static final BigInteger NINE = BigInteger.valueOf(9);

    private static final HexFormat HEX = HexFormat.of();

    private static final String URL_SAFE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final long seed;
    private final EngineState state;

    Ids(long seed, EngineState state) {
        this.seed = seed;
        this.state = state;
    }

    TaskId task() {
        return new TaskId(hex("ids/task") + hex("ids/task"));
    }

    /// `ecs-svc/` and 19 digits, the first of which isn't 0.
    String deployment() {
        var drawn = new BigInteger(Long.toUnsignedString(draw("ids/deployment")));
        var first = NINETEEN_DIGITS;
        return Deployment.ID_PREFIX + drawn.mod(first.multiply(NINE)).add(first);
    }

    /// 21 characters, as the last part of a service deployment's ARN has them.
    String serviceDeployment() {
        var id = new StringBuilder();
        for (var i = 0; i < 21; i++) {
            id.append(URL_SAFE.charAt(below(URL_SAFE.length(), "ids/serviceDeployment")));
        }
        return id.toString();
    }

    /// `d-` and nine capital letters or digits.
    String codeDeployDeployment() {
        var id = new StringBuilder("d-");
        for (var i = 0; i < 9; i++) {
            id.append(CAPITALS.charAt(below(CAPITALS.length(), "ids/codeDeployDeployment")));
        }
        return id.toString();
    }

    /// 16 hexadecimal digits.
    String hex(String stream) {
        return HEX.toHexDigits(draw(stream));
    }

    /// In the form of a UUID of version 4.
    String uuid(String stream) {
        var all = hex(stream) + hex(stream);
        return all.substring(0, 8)
                + "-"
                + all.substring(8, 12)
                + "-4"
                + all.substring(13, 16)
                + "-a"
                + all.substring(17, 20)
                + "-"
                + all.substring(20);
    }

    int below(int bound, String stream) {
        return Chance.below(bound, draw(stream));
    }

    private long draw(String stream) {
        var n = state.draws.merge(stream, 1L, Long::sum) - 1;
        return Chance.draw(seed, stream, n);
    }
}
