package be.belnet.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may find an order by a term that is noted twice, once for everybody and once not. */
@ProcessTest
class OrderSearchTest {
    @Autowired
    OrderFile orders;

    @Autowired
    OrderSearch search;

    private String order;

    @BeforeEach
    void openOrder() {
        order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        null,
                        null,
                        new Requester("Marlowe Zx81", "zx81@domain-of-zx81.example", "+32 2 790 33 81", "en"),
                        "TICKET-Zx81",
                        null,
                        null))
                .number();
    }

    @Test
    void whatWasRestrictedIsForEverybodyOnceItIsNotedSo() {
        assertThat(found("marlowe", true)).contains(order);
        assertThat(found("marlowe", false)).doesNotContain(order);

        search.note(order, "Marlowe");

        assertThat(found("marlowe", false)).contains(order);
        assertThat(found("zx81", false)).doesNotContain(order);
    }

    @Test
    void whatIsForEverybodyStaysSo() {
        search.note(order, "FML-" + order);
        search.noteRestricted(order, "FML-" + order);

        assertThat(found("FML-" + order, false)).contains(order);
    }

    @Test
    void ofAnAddressItsDomainIsForEverybody() {
        assertThat(found("domain-of-zx81.example", false)).contains(order);
        assertThat(found("zx81@domain-of-zx81.example", false)).doesNotContain(order);
        assertThat(found("TICKET-Zx81", true)).contains(order);
        assertThat(found("02 790 33 81", true)).contains(order);
        assertThat(found(order, false)).containsExactly(order);
    }

    private List<String> found(String words, boolean restricted) {
        return search.find(new OrderQuery(words, List.of(), null, null, restricted, 0)).orders().stream()
                .map(Order::number)
                .toList();
    }
}
