package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.workflow.Collisions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Has domains and their processes go on as their customer says. */
@Component
class CustomerActs implements CustomersTurn {
    private static final int MOST_AT_ONCE = 40;

    private final CertificateDomains domains;
    private final Authorities authorities;
    private final DomainProcess process;
    private final RecordRounds records;

    CustomerActs(CertificateDomains domains, Authorities authorities, DomainProcess process, RecordRounds records) {
        this.domains = domains;
        this.authorities = authorities;
        this.process = process;
        this.records = records;
    }

    @Override
    public Set<ValidationMethod> methods(CertificateDomain domain) {
        return authorities
                .validations(domain.authority())
                .methods(domain.wildcard().isToBeCovered());
    }

    @Override
    public List<CertificateDomain> published(String orderNumber, List<Integer> places) {
        chosen(orderNumber, places).stream()
                .filter(domain -> domain.state() == State.RECORD_AWAITED)
                .forEach(domain -> twice(() -> process.published(domain)));
        records.look(chosen(orderNumber, places).stream()
                .filter(domain -> domain.state() == State.RECORD_AWAITED)
                .limit(MOST_AT_ONCE)
                .toList());
        return domains.of(orderNumber);
    }

    @Override
    public void choose(String orderNumber, List<Integer> places, ValidationMethod method, String mailAddress) {
        List<CertificateDomain> chosen = chosen(orderNumber, places);
        chosen.forEach(domain -> requireOffered(domain, method, mailAddress));
        chosen.stream()
                .filter(domain -> domain.method() != method || !Objects.equals(domain.mailAddress(), mailAddress))
                .forEach(domain -> twice(() -> process.chosen(domain, method, mailAddress)));
    }

    @Override
    public void declineWildcards(String orderNumber, List<Integer> places) {
        chosen(orderNumber, places).forEach(domain -> twice(() -> process.wildcardDeclined(domain)));
    }

    @Override
    public void addWildcard(String orderNumber, int place) {
        CertificateDomain domain = domains.get(orderNumber, place);
        if (domain.state() == State.WILDCARD_AWAITED) {
            twice(() -> process.wildcardAdded(domain));
        }
    }

    @Override
    public boolean giveUp(String orderNumber, int place, String reason) {
        CertificateDomain domain = domains.get(orderNumber, place);
        return twice(() -> process.givenUp(domain, reason));
    }

    /** Another domain of the customer, or a round, may go on at the same moment; what it has left to do is seen then. */
    private static <T> T twice(Supplier<T> act) {
        try {
            return act.get();
        } catch (RuntimeException failed) {
            if (!Collisions.isOne(failed)) {
                throw failed;
            }
            return act.get();
        }
    }

    private static void twice(Runnable act) {
        twice(() -> {
            act.run();
            return null;
        });
    }

    private List<CertificateDomain> chosen(String orderNumber, List<Integer> places) {
        return domains.of(orderNumber).stream()
                .filter(domain -> places.contains(domain.place()))
                .toList();
    }

    private void requireOffered(CertificateDomain domain, ValidationMethod method, String mailAddress) {
        if (!methods(domain).contains(method)) {
            throw new IllegalArgumentException("%s is not offered for %s".formatted(method, domain.domain()));
        }
        if (mailAddress != null && !addresses(domain).contains(mailAddress)) {
            throw new IllegalArgumentException("The address is not offered for " + domain.domain());
        }
    }

    private static List<String> addresses(CertificateDomain domain) {
        return domain.challenge() instanceof Challenge.MailToOneOf mail ? mail.addresses() : List.of();
    }
}
