package be.belnet.orderdesk.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the mail of domains goes, at the sandbox's DNS with what goes wrong in zones. */
class MxLookUpTest {
    private static LookWorld world;

    @BeforeAll
    static void start() {
        world = LookWorld.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void hostsAreNamedInLowerCaseWithoutTheLastDot() {
        world.publish("new-shop.example", "MX", 300, "10 MX1.New-Shop.example.");
        world.publish("new-shop.example", "MX", 300, "20 mx2.new-shop.example.");
        assertThat(look("new-shop.example").get(0).hosts())
                .containsExactlyInAnyOrder("mx1.new-shop.example", "mx2.new-shop.example");
    }

    @Test
    void domainsAreToldOfInTheirOrder() {
        world.publish("b-shop.example", "MX", 300, "10 mx.b-shop.example.");
        assertThat(look("nxdomain.example", "b-shop.example", "a-shop.example"))
                .containsExactly(
                        new MxReport("nxdomain.example", true, List.of()),
                        new MxReport("b-shop.example", true, List.of("mx.b-shop.example")),
                        new MxReport("a-shop.example", true, List.of()));
    }

    @Test
    void whatNobodyAnswersIsNotTakenForNothing() {
        assertThat(look("server-failure.example"))
                .containsExactly(new MxReport("server-failure.example", false, List.of()));
    }

    private static List<MxReport> look(String... domains) {
        var properties = new DnsProperties(
                List.of(world.resolver()),
                Duration.ofMillis(700),
                Duration.ofSeconds(8),
                Duration.ofHours(1),
                world.web(true));
        return new ResolverMxLookUp(properties).look(List.of(domains));
    }
}
