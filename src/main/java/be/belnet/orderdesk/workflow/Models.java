package be.belnet.orderdesk.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and decisions of this release. */
@Component
class Models {
    private static final String ROOT = "/processes/";

    /** As text, by their path below {@code processes/}: the same name in the jar, an IDE and a test. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        addTo(all, "bpmn");
        addTo(all, "dmn");
        return all;
    }

    private static void addTo(Map<String, String> all, String ending) {
        try {
            for (Resource model :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*." + ending)) {
                all.put(path(model), model.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String path(Resource model) throws IOException {
        String address = model.getURL().toString();
        return address.substring(address.lastIndexOf(ROOT) + ROOT.length());
    }
}
