package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.dcs.BoardDomain;
import be.belnet.orderdesk.dcs.BoardPage;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CustomerProgress;
import be.belnet.orderdesk.dcs.DomainBoard;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.desk.DomainResource.CustomerResource;
import be.belnet.orderdesk.desk.DomainResource.FindingResource;
import be.belnet.orderdesk.desk.DomainResource.PageResource;
import be.belnet.orderdesk.desk.DomainResource.ProgressResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** Domains for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class DomainsApi {
    private static final List<String> COLUMNS = List.of(
            "domain",
            "wildcard",
            "customer",
            "authority",
            "method",
            "state",
            "actor",
            "since",
            "validUntil",
            "runOut",
            "order",
            "finding",
            "lookedAt",
            "publishedAt",
            "trouble");

    private final DomainBoard board;
    private final DomainDesk desk;
    private final MessageSource messages;

    DomainsApi(DomainBoard board, DomainDesk desk, MessageSource messages) {
        this.board = board;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/api/dcs/domains")
    PageResource domains(@RequestParam Map<String, String> parameters, Locale locale) {
        BoardPage found = board.find(desk.read(DomainFilter.of(parameters)));
        Map<String, Long> states = new LinkedHashMap<>();
        found.counts().forEach((standing, count) -> states.put(standing.code(), count));
        return new PageResource(
                found.domains().stream().map(one -> resource(one, locale)).toList(),
                states,
                found.page(),
                found.pages(),
                found.total());
    }

    /** All pages as one table, of codes. */
    @GetMapping(path = "/api/dcs/domains", produces = CsvView.TYPE)
    View table(@RequestParam Map<String, String> parameters, Locale locale) {
        return new CsvView(
                CsvText.FOR_PROGRAMS,
                "domains.csv",
                COLUMNS,
                board.all(desk.read(DomainFilter.of(parameters)))
                        .map(one -> row(
                                resource(one, locale),
                                DomainViews.telling(one.domain())
                                        .map(finding -> finding.kind().code())
                                        .orElse(null))));
    }

    @GetMapping("/api/dcs/domains/progress")
    ProgressResource progress(@RequestParam Map<String, String> parameters) {
        var query = desk.read(DomainFilter.of(parameters));
        ProgressPage found = ProgressPage.of(board.progress(query), query.page());
        return new ProgressResource(
                found.customers().stream().map(DomainsApi::customer).toList(),
                customer(found.sum()),
                found.done(),
                found.page(),
                found.pages(),
                found.total());
    }

    private DomainResource resource(BoardDomain one, Locale locale) {
        CertificateDomain domain = one.domain();
        return new DomainResource(
                domain.id(),
                domain.domain().name(),
                domain.wildcard().code(),
                domain.acronym(),
                domain.authority(),
                DomainFilter.code(domain.method()),
                one.standing().code(),
                one.standing().actor().code(),
                one.since(),
                domain.validUntil(),
                one.runOut(),
                domain.orderNumber(),
                domain.findings().stream()
                        .map(finding -> new FindingResource(
                                finding.kind().code(),
                                finding.at(),
                                finding.kind().blocking(),
                                messages.getMessage(finding, locale)))
                        .toList(),
                domain.lookedAt(),
                domain.publishedAt(),
                domain.trouble());
    }

    private static List<String> row(DomainResource domain, String finding) {
        return Stream.of(
                        domain.domain(),
                        domain.wildcard(),
                        domain.customer(),
                        domain.authority(),
                        domain.method(),
                        domain.state(),
                        domain.actor(),
                        domain.since(),
                        domain.validUntil(),
                        domain.runOut(),
                        domain.order(),
                        finding,
                        domain.lookedAt(),
                        domain.publishedAt(),
                        domain.trouble())
                .map(cell -> Objects.toString(cell, ""))
                .collect(Collectors.toList());
    }

    private static CustomerResource customer(CustomerProgress progress) {
        return new CustomerResource(
                progress.acronym().isEmpty() ? null : progress.acronym(),
                progress.domains(),
                progress.count(Standing.VALIDATED),
                progress.count(Standing.GIVEN_UP),
                progress.count(Actor.CUSTOMER),
                progress.count(Actor.AUTHORITY),
                progress.count(Actor.BELNET),
                progress.waitingSince());
    }
}
