package be.belnet.orderdesk.reconciliation;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.stereotype.Component;

/** People whom staff name in reasons for their decisions, though none belongs there. */
@Component
class ReconciliationPersonalData implements PersonalData {
    private static final Texts TEXTS = new Texts("reconciliation_difference", "id", "task", List.of("reason", "words"));

    private final OrderTexts texts;

    ReconciliationPersonalData(OrderTexts texts) {
        this.texts = texts;
    }

    /** Nothing that is not said in full elsewhere. */
    @Override
    public List<Entry> export(Person person) {
        return List.of();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}
