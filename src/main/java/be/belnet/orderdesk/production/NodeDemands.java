package be.belnet.orderdesk.production;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;

/** What a node that runs answers, asked as the proxy asks it. */
class NodeDemands {
    private static final String GUARD = "undo what takes the guard away";

    static final List<Demand> ALL = List.of(
            header("Strict-Transport-Security", value -> value.contains("max-age=")),
            header("Referrer-Policy", value -> !value.isBlank() && !value.contains("unsafe-url")),
            header("Cache-Control", value -> value.contains("no-store")),
            header("Content-Security-Policy", value -> value.contains("default-src")),
            header("X-Content-Type-Options", "nosniff"::equals),
            node(
                    "first-run page of the engine",
                    GUARD,
                    node -> status(node, "/camunda/api/admin/setup/default/user/create", 404)),
            node("paths with two slashes", GUARD, node -> status(node, "//belnet.example/", 400)),
            node(
                    "API of the engine without log-in",
                    GUARD,
                    node -> status(node, "/camunda/api/engine/engine/default/user", 401)));

    private NodeDemands() {}

    private static Demand header(String name, Predicate<String> fit) {
        return node("header " + name, "undo what takes it from the pages", node -> {
            String value = node.get("/login").headers().firstValue(name).orElse("");
            return Seen.of(fit.test(value), value.isBlank() ? "absent at " + node.address() : "at " + node.address());
        });
    }

    private static Demand node(String name, String remedy, Ask ask) {
        return new Demand(
                Moment.NODE,
                name,
                remedy,
                where -> where.node() == null ? Seen.notLookedAt("no node answers here") : ask.of(where.node()));
    }

    private static Seen status(Nodes.Node node, String path, int wanted) throws IOException {
        HttpResponse<Void> answer = node.get(path);
        return Seen.of(answer.statusCode() == wanted, "%d at %s".formatted(answer.statusCode(), node.address()));
    }

    /** A question to a node. */
    private interface Ask {
        Seen of(Nodes.Node node) throws IOException;
    }
}
