package be.belnet.orderdesk.cluster;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends one cluster to all tests: two nodes that were started at once on an empty database, and both run. */
public class TwoNodes implements ParameterResolver {
    private static final Namespace SHELF = Namespace.create(TwoNodes.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var lent = context.getRoot()
                .getStore(SHELF)
                .getOrComputeIfAbsent(Lent.class, key -> new Lent(Cluster.start(2)), Lent.class);
        lent.cluster.replaceLostNodes();
        return lent.cluster;
    }

    private record Lent(Cluster cluster) implements CloseableResource {
        @Override
        public void close() {
            cluster.close();
        }
    }
}
