package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Writes a role's trust policy.
public final class TrustDocument {

    private TrustDocument() {}

    /// The document that lets these services assume the role.
    public static ObjectNode of(List<String> services) {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        var statement = document.putArray("Statement").addObject().put("Effect", "Allow");
        var principal = statement.putObject("Principal");
        if (services.size() == 1) {
            principal.put("Service", services.getFirst());
        } else {
            services.forEach(principal.putArray("Service")::add);
        }
        statement.put("Action", "sts:AssumeRole");
        return document;
    }
}
