package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.fortinet.FortinetCaller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products looked up late or double. */
class FortiCareLookUpsTest {

    private static final String LATE = "{'fault':'lateLookUp','seconds':3600}";
    private static final String DOUBLE = "{'fault':'twoObjects'}";

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private FortinetCaller care;
    private String product;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        world = new FaultyWorld(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneProduct() {
        sandbox.delete("/api/world");
        care = FortinetCaller.fortiCare(sandbox);
        product = care.read(
                "services/register",
                "{'contractNumber':'9876ZY543210','isGovernment':false}",
                "$.assetDetails.serialNumber");
    }

    @Test
    void newProductIsSeenLate() {
        world.on("forticare", LATE);

        assertThat(products()).isEmpty();
        assertThat(care.call("products/details", "{'serialNumber':'%s'}".formatted(product))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void productHasATwin() {
        world.on("forticare", DOUBLE);

        assertThat(products()).hasSize(2).contains(product).doesNotHaveDuplicates();
    }

    private List<String> products() {
        return care.read("products/list", "{'serialNumber':'%'}", "$.assets[*].serialNumber");
    }
}
