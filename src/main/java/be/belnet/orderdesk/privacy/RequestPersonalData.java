package be.belnet.orderdesk.privacy;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.Access;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Data requests themselves: an open one keeps its person until it is answered, so that there is somebody to answer. */
@Component
class RequestPersonalData implements PersonalData, Expiring {
    private static final Texts TEXTS = Texts.apart(
            "data_request", "number", "details", "extended_because", "identity_note", "decision_reason", "answer_note");

    private final DataRequestRows requests;
    private final OrderTexts texts;
    private final Clock clock;

    RequestPersonalData(DataRequestRows requests, OrderTexts texts, Clock clock) {
        this.requests = requests;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Person known(Person person) {
        return person.named(requests.of(person.email()).stream()
                .map(DataRequest::personName)
                .toList());
    }

    @Override
    public List<Entry> export(Person person) {
        return requests.of(person.email()).stream()
                .map(request -> Entry.of("dataRequest")
                        .with("number", request.number())
                        .with("requestKind", request.kind().code())
                        .with("name", request.personName())
                        .with("email", request.personEmail())
                        .with("customer", request.acronym())
                        .with("details", request.details())
                        .with("receivedOn", request.receivedOn())
                        .with(
                                "identityNote",
                                request.identity() == null
                                        ? null
                                        : request.identity().note()))
                .toList();
    }

    @Override
    public List<Access> accesses(Person person) {
        return requests.of(person.email()).stream()
                .flatMap(request -> requests.accesses(request.number()).stream()
                        .map(access -> new Access(access.at(), access.actor(), access.act(), request.number())))
                .toList();
    }

    @Override
    public int rectify(Person person, Correction correction) {
        if (correction.email() != null) {
            requests.of(person.email())
                    .forEach(request ->
                            requests.moveTo(request.number(), correction.email().toLowerCase(Locale.ROOT)));
        }
        return 0;
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return requests.of(person.email()).stream()
                        .filter(request -> request.answer() != null)
                        .mapToInt(request -> forget(request.number(), tombstone))
                        .sum()
                + texts.clear(person, TEXTS);
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<String> expired(LocalDate upTo) {
        return requests.answeredBefore(upTo.plusDays(1).atStartOfDay(BRUSSELS).toInstant());
    }

    @Override
    public void discardExpired(String number, Tombstone tombstone) {
        forget(number, tombstone);
    }

    private int forget(String number, Tombstone tombstone) {
        return requests.discard(number, tombstone.name(), tombstone.email(), BelgianTime.today(clock));
    }
}
