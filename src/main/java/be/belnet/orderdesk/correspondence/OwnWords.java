package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Words that a member of staff adds to a mail before it goes. They stand behind its greeting; whatever else a mail says, its
 * facts and links, stays as its template has it. The timeline keeps them until a mail of that kind is sent.
 */
@Component
public class OwnWords {
    static final String IN_MODEL = "ownWords";

    private static final String WRITTEN = "mailWordsWritten";
    private static final String DROPPED = "mailWordsDropped";
    private static final Set<String> KINDS = Set.of(WRITTEN, DROPPED, "mailSent");

    /** Mails that go out after a person's task and hold no words of that person otherwise. */
    private static final Set<String> TEMPLATES = Set.of(
            "introduction-customer",
            "invitation",
            "advice-appointment",
            "contract",
            "missing-copy",
            "order-lapsed",
            "appliance-ready",
            "contract-countersigned",
            "notice-confirmed",
            "letter-needed",
            "notice-lapsed",
            "change-confirmed",
            "change-annex",
            "change-done");

    /** Mails that take the words of another one, where only the step after the form tells which of them goes. */
    private static final Map<String, String> INSTEAD_OF =
            Map.of("letter-needed", "notice-confirmed", "change-annex", "change-confirmed");

    private final OrderFile orders;

    OwnWords(OrderFile orders) {
        this.orders = orders;
    }

    /**
     * For the next mail of this kind.
     *
     * @param words null for none, which takes back what was written before
     */
    public void keep(String orderNumber, String template, String words) {
        Optional<String> before = waiting(orderNumber, template);
        if (words != null && !before.equals(Optional.of(words))) {
            orders.record(orderNumber, WRITTEN, Map.of("template", template, "text", words));
        } else if (words == null && before.isPresent()) {
            orders.record(orderNumber, DROPPED, Map.of("template", template));
        }
    }

    /** What was written for the next mail of this kind. */
    public Optional<String> waiting(String orderNumber, String template) {
        return orders.events(orderNumber, KINDS).stream()
                .filter(event -> kind(template).equals(kind(event.facts().get("template"))))
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind().equals(WRITTEN))
                .map(OrderEvent::facts)
                .map(facts -> facts.get("text"));
    }

    private static String kind(String template) {
        return INSTEAD_OF.getOrDefault(template, template);
    }

    /** The mail with what waits for it, unless it says itself which words it has. */
    Mail added(Mail mail) {
        return mail.model().containsKey(IN_MODEL) || !TEMPLATES.contains(mail.template())
                ? mail
                : waiting(mail.orderNumber(), mail.template())
                        .map(words -> with(mail, words))
                        .orElse(mail);
    }

    /** @param words null or empty for none, whatever waits */
    public static Mail with(Mail mail, String words) {
        Map<String, Object> model = new HashMap<>(mail.model());
        model.put(IN_MODEL, words == null ? "" : words);
        return new Mail(mail.orderNumber(), mail.template(), mail.to(), model, List.copyOf(mail.attachments()));
    }
}
