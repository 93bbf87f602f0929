package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.audit.NewDecision;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.BoardDomain;
import be.belnet.orderdesk.dcs.Campaign;
import be.belnet.orderdesk.dcs.Campaigns;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.DomainBoard;
import be.belnet.orderdesk.dcs.DomainQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What pages and API alike need of customers' domains, and what staff do about one in the customer's place. */
@Service
class DomainDesk {
    /** One that the CA refused is decided on in its task. */
    private static final Set<State> BEING_PROVED = Set.of(State.WAITING, State.RECORD_AWAITED, State.SUBMITTED);

    private final DomainBoard board;
    private final CustomersTurn turn;
    private final Authorities authorities;
    private final CustomerRegister customers;
    private final Campaigns campaigns;
    private final Decisions decisions;

    DomainDesk(
            DomainBoard board,
            CustomersTurn turn,
            Authorities authorities,
            CustomerRegister customers,
            Campaigns campaigns,
            Decisions decisions) {
        this.board = board;
        this.turn = turn;
        this.authorities = authorities;
        this.customers = customers;
        this.campaigns = campaigns;
        this.decisions = decisions;
    }

    /** @throws be.belnet.orderdesk.workflow.AnswersRefusedException naming each value that makes no sense */
    DomainQuery read(DomainFilter filter) {
        return filter.read(
                authorities.all(),
                acronym -> customers.find(acronym).map(Organisation::acronym).orElse(acronym));
    }

    /** Codes of the authorities that domains can be at. */
    List<String> authorities() {
        return authorities.all();
    }

    /** As people know it; the code itself where it is none of ours any more. */
    String authority(String code) {
        return Stream.concat(authorities.all().stream(), authorities.former().stream())
                .filter(code::equals)
                .findFirst()
                .map(authorities::name)
                .orElse(code);
    }

    /** Campaigns by number, newest first, each with whence and whither. */
    Map<String, String> campaigns() {
        Map<String, String> all = new LinkedHashMap<>();
        board.campaigns().forEach(number -> {
            Campaign campaign = campaigns.get(number);
            all.put(
                    number,
                    "%s (%s → %s)"
                            .formatted(number, authority(campaign.formerAuthority()), authority(campaign.authority())));
        });
        return all;
    }

    static boolean mayAddWildcard(CertificateDomain domain) {
        return domain.state() == State.WILDCARD_AWAITED;
    }

    static boolean mayGiveUp(CertificateDomain domain) {
        return BEING_PROVED.contains(domain.state());
    }

    /**
     * Adds the wildcard of a domain, which the customer asked Belnet to.
     *
     * @return false when it is not awaited any more; nothing is done then
     * @throws ResponseStatusException 404 when there is no such domain
     */
    @Transactional
    boolean addWildcard(long id) {
        CertificateDomain domain = get(id);
        if (!mayAddWildcard(domain)) {
            return false;
        }
        turn.addWildcard(domain.orderNumber(), domain.place());
        note(DecisionKind.APPROVAL, "wildcard", domain, Map.of());
        return true;
    }

    /**
     * Gives a domain up that the customer does without.
     *
     * @return false when it is not being proved any more; nothing is done then
     * @throws ResponseStatusException 404 when there is no such domain
     */
    @Transactional
    boolean giveUp(long id, String reason) {
        CertificateDomain domain = get(id);
        if (!mayGiveUp(domain)) {
            return false;
        }
        turn.giveUp(domain.orderNumber(), domain.place(), reason);
        note(DecisionKind.OVERRIDE, "givingUp", domain, Map.of("reason", reason));
        return true;
    }

    private void note(DecisionKind kind, String act, CertificateDomain domain, Map<String, String> words) {
        decisions.note(new NewDecision(
                null,
                kind,
                act,
                domain.orderNumber(),
                Map.of("domain", domain.domain().name()),
                words));
    }

    private CertificateDomain get(long id) {
        return board.find(id)
                .map(BoardDomain::domain)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
