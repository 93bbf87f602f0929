package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.person.Access;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers, corrects and erases what all modules keep about the person of a request. Each act is noted, without the data. */
@Service
@Transactional
public class PersonDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PersonDesk.class);

    /** Kinds of entries as they are read: who it is, what was agreed, what was said. */
    private static final List<String> READING = List.of(
            "contact",
            "contactChange",
            "administrator",
            "contract",
            "order",
            "file",
            "document",
            "talks",
            "question",
            "notice",
            "feedback",
            "incomingMail",
            "mail",
            "dataRequest");

    private final DataRequestRows requests;
    private final List<PersonalData> modules;
    private final Clock clock;

    PersonDesk(DataRequestRows requests, List<PersonalData> modules, Clock clock) {
        this.requests = requests;
        this.modules = modules;
        this.clock = clock;
    }

    /**
     * Everything about a person, for whoever asked.
     *
     * @param accesses which staff dealt with it, oldest first, as far as it is known
     */
    public record Export(String request, Instant madeAt, Person person, List<Entry> entries, List<Access> accesses) {}

    /**
     * What an erasure would come to.
     *
     * @param needing numbers of orders that must be closed before
     */
    public record Prospect(int entries, List<Kept> kept, List<String> needing) {}

    /**
     * @param by user id of who takes it
     * @throws IllegalStateException while nobody has confirmed who asks
     */
    public Export export(String number, String by) {
        DataRequest request = requests.find(number).orElseThrow(() -> new UnknownDataRequestException(number));
        if (!request.isIdentified()) {
            throw new IllegalStateException("The identity behind " + number + " is not confirmed");
        }
        note(number, "exported", by, 0);
        Person person = known(request);
        return new Export(number, now(), person, entries(person), accesses(person));
    }

    @Transactional(readOnly = true)
    public Prospect prospect(String number) {
        DataRequest request = requests.find(number).orElseThrow(() -> new UnknownDataRequestException(number));
        Person person = known(request);
        return new Prospect(entries(person).size(), kept(person, orders(person)), needing(person));
    }

    /**
     * Puts right what is kept about the person; the rows changed.
     *
     * @throws be.belnet.orderdesk.person.AddressTakenException when the new address belongs to another contact
     */
    @Transactional(noRollbackFor = be.belnet.orderdesk.person.AddressTakenException.class)
    public int rectify(String number, Correction correction, String by) {
        DataRequest request = requests.find(number).orElseThrow(() -> new UnknownDataRequestException(number));
        Person person = known(request);
        int rows = modules.stream()
                .mapToInt(module -> module.rectify(person, correction))
                .sum();
        note(number, "rectified", by, rows);
        return rows;
    }

    /**
     * Erases the person of an approved request, but for what the law has kept, of which a list is made. Once more changes
     * nothing.
     *
     * @throws IllegalStateException when nobody approved it, or open orders still need the person
     */
    public void erase(String number) {
        DataRequest request = requests.find(number).orElseThrow(() -> new UnknownDataRequestException(number));
        requireApproval(request);
        Person person = known(request);
        requireClosed(person, number);
        List<String> orders = orders(person);
        Set<Kept> listed = new LinkedHashSet<>(requests.kept(number));
        kept(person, orders).stream().filter(listed::add).forEach(row -> requests.keep(number, row));
        int rows = erase(person, orders);
        if (rows > 0) {
            note(number, "erased", request.decision().by(), rows);
        }
        LOG.info("Erased for {}: {} rows changed, {} kept by law", number, rows, listed.size());
    }

    private int erase(Person person, List<String> orders) {
        Tombstone tombstone = Tombstone.of(BelgianTime.today(clock).getYear());
        int rows = 0;
        for (String order : orders) {
            rows += modules.stream()
                    .mapToInt(module -> module.discard(order, tombstone))
                    .sum();
        }
        return rows
                + modules.stream()
                        .mapToInt(module -> module.erase(person, tombstone))
                        .sum();
    }

    private static void requireApproval(DataRequest request) {
        if (request.kind() != Kind.ERASE
                || request.decision() == null
                || !request.decision().approved()) {
            throw new IllegalStateException("Nobody approved an erasure for " + request.number());
        }
    }

    private void requireClosed(Person person, String number) {
        List<String> needing = needing(person);
        if (!needing.isEmpty()) {
            throw new IllegalStateException(
                    "Orders that are open need the person of %s: %s".formatted(number, needing));
        }
    }

    /** One module's names are what another knows more by, so all are asked until none learns anything new. */
    private Person known(DataRequest request) {
        Person before = Person.of(request.personEmail())
                .named(List.of(request.personName()))
                .actingFor(Stream.ofNullable(request.acronym()).toList());
        Person after = learned(before);
        while (!after.equals(before)) {
            before = after;
            after = learned(before);
        }
        return after;
    }

    private Person learned(Person person) {
        Person known = person;
        for (PersonalData module : modules) {
            known = module.known(known);
        }
        return known;
    }

    private List<Entry> entries(Person person) {
        return modules.stream()
                .flatMap(module -> module.export(person).stream())
                .sorted(Comparator.comparingInt(PersonDesk::place))
                .toList();
    }

    /** Kinds without a place come last. */
    private static int place(Entry entry) {
        int place = READING.indexOf(entry.kind());
        return place < 0 ? READING.size() : place;
    }

    private List<Access> accesses(Person person) {
        return modules.stream()
                .flatMap(module -> module.accesses(person).stream())
                .sorted(Comparator.comparing(Access::at))
                .toList();
    }

    private List<String> orders(Person person) {
        return distinct(modules.stream()
                .flatMap(module -> module.orders(person).stream())
                .toList());
    }

    private List<String> needing(Person person) {
        return distinct(modules.stream()
                .flatMap(module -> module.needing(person).stream())
                .toList());
    }

    private List<Kept> kept(Person person, List<String> orders) {
        return new ArrayList<>(new LinkedHashSet<>(modules.stream()
                .flatMap(module -> module.kept(person, orders).stream())
                .toList()));
    }

    private static List<String> distinct(List<String> numbers) {
        return numbers.stream().distinct().sorted().toList();
    }

    private void note(String number, String act, String by, int rows) {
        requests.note(number, act, by, now(), rows);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
