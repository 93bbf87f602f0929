package be.belnet.orderdesk.failure;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.stereotype.Component;

/** People whom partners may have quoted in their refusals, or staff when they paused one. */
@Component
class FailurePersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("failed_step", "job_id", "words");
    private static final Texts PAUSES = Texts.apart("partner_pause", "partner", "reason");

    private final OrderTexts texts;

    FailurePersonalData(OrderTexts texts) {
        this.texts = texts;
    }

    /** Nothing that is not said in full elsewhere. */
    @Override
    public List<Entry> export(Person person) {
        return List.of();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS) + texts.clear(person, PAUSES);
    }
}
