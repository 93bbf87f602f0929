package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Runs after all other tests and fails for each flow of a model that none of them took. */
class UncoveredFlowsIT {

    @Test
    void everyFlowIsTakenByATest() throws IOException {
        var flows = new UncoveredFlows(ProcessModel.all(), FlowCoverage.noted(FlowCoverage.FOLDER));
        Files.createDirectories(FlowCoverage.FOLDER);
        Files.writeString(FlowCoverage.FOLDER.resolve("index.html"), flows.page());

        assertThat(flows.complaints())
                .as("flows no test takes; see target/flow-coverage/index.html")
                .isEmpty();
    }
}
