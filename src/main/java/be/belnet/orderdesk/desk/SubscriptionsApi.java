package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.desk.ImportResource.RefusalResource;
import be.belnet.orderdesk.desk.SubscriptionResource.EventResource;
import be.belnet.orderdesk.desk.SubscriptionResource.PageResource;
import be.belnet.orderdesk.subscription.ImportReport;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionBoard;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.SubscriptionImport;
import be.belnet.orderdesk.subscription.SubscriptionPage;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Subscriptions for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class SubscriptionsApi {
    private static final List<String> COLUMNS = List.of(
            "id",
            "service",
            "state",
            "customer",
            "order",
            "contract",
            "contractStartsOn",
            "priceLine",
            "activatedOn",
            "trialEndsOn",
            "licence",
            "licenceEndsOn",
            "appliance",
            "authority",
            "organisation",
            "noticeGivenOn",
            "endsOn");

    private static final int LARGEST_FILE = 5_000_000;

    private final Subscriptions subscriptions;
    private final SubscriptionBoard board;
    private final SubscriptionImport imports;
    private final ImportWords words;
    private final Caller caller;

    SubscriptionsApi(
            Subscriptions subscriptions,
            SubscriptionBoard board,
            SubscriptionImport imports,
            ImportWords words,
            Caller caller) {
        this.subscriptions = subscriptions;
        this.board = board;
        this.imports = imports;
        this.words = words;
        this.caller = caller;
    }

    @GetMapping("/api/subscriptions")
    PageResource list(@RequestParam Map<String, String> parameters) {
        SubscriptionPage found = board.find(SubscriptionFilter.of(parameters).read());
        Sight sight = caller.sight();
        Map<String, Long> states = new LinkedHashMap<>();
        found.counts().forEach((state, count) -> states.put(state.code(), count));
        return new PageResource(
                found.subscriptions().stream()
                        .map(one -> resource(sight.told(one), null, null))
                        .toList(),
                states,
                found.page(),
                found.pages(),
                found.total());
    }

    /** All pages as one table, of codes. */
    @GetMapping(path = "/api/subscriptions", produces = CsvView.TYPE)
    View table(@RequestParam Map<String, String> parameters) {
        return new CsvView(
                CsvText.FOR_PROGRAMS,
                "subscriptions.csv",
                COLUMNS,
                board.all(SubscriptionFilter.of(parameters).read())
                        .map(caller.sight()::told)
                        .map(SubscriptionsApi::row));
    }

    @GetMapping("/api/subscriptions/{id}")
    SubscriptionResource subscription(@PathVariable long id) {
        Subscription found =
                subscriptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return resource(
                caller.sight().told(found),
                subscriptions.domains(id),
                subscriptions.history(id).stream()
                        .map(caller.sight()::told)
                        .map(SubscriptionsApi::event)
                        .toList());
    }

    /** Takes over the installed base; what came of each line. A file that cannot be read at all is a bad request. */
    @PostMapping(path = "/api/subscriptions/import", consumes = CsvView.TYPE)
    ResponseEntity<ImportResource> takeOver(InputStream body, Principal user, Locale locale) throws IOException {
        byte[] file = body.readNBytes(LARGEST_FILE + 1);
        if (file.length > LARGEST_FILE) {
            throw new MaxUploadSizeExceededException(LARGEST_FILE);
        }
        ImportReport report = imports.run(file, user.getName());
        return ResponseEntity.status(report.isUnreadable() ? HttpStatus.BAD_REQUEST : HttpStatus.OK)
                .body(resource(report, locale));
    }

    private ImportResource resource(ImportReport report, Locale locale) {
        return new ImportResource(
                report.id(),
                report.importedBy(),
                report.importedAt(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.refused(),
                report.refusals().stream()
                        .map(refusal -> new RefusalResource(
                                refusal.line(), refusal.field(), refusal.reason(), words.of(refusal, locale)))
                        .toList());
    }

    private static SubscriptionResource resource(Subscription one, List<String> domains, List<EventResource> history) {
        return new SubscriptionResource(
                one.id(),
                one.service(),
                one.state().code(),
                one.acronym(),
                one.orderNumber(),
                one.agreement().contractNumber(),
                one.agreement().startsOn(),
                one.agreement().startsOn() == null ? null : one.agreement().firstYearOverOn(),
                one.agreement().priceLine(),
                one.activatedOn(),
                one.trialEndsOn(),
                one.references().licenceSerial(),
                one.references().licenceEndsOn(),
                one.references().applianceId(),
                one.references().authority(),
                one.references().organisationId(),
                one.noticeGivenOn(),
                one.endsOn(),
                one.migrationNumber(),
                domains,
                history);
    }

    private static EventResource event(SubscriptionEvent event) {
        return new EventResource(
                event.happenedAt(),
                event.actor(),
                event.kind(),
                code(event.from()),
                code(event.to()),
                event.countsFrom(),
                event.orderNumber(),
                event.detail());
    }

    private static List<String> row(Subscription one) {
        SubscriptionResource known = resource(one, null, null);
        return Stream.of(
                        known.id(),
                        known.service(),
                        known.state(),
                        known.customer(),
                        known.order(),
                        known.contract(),
                        known.contractStartsOn(),
                        known.priceLine(),
                        known.activatedOn(),
                        known.trialEndsOn(),
                        known.licence(),
                        known.licenceEndsOn(),
                        known.appliance(),
                        known.authority(),
                        known.organisation(),
                        known.noticeGivenOn(),
                        known.endsOn())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static String code(SubscriptionState state) {
        return state == null ? null : state.code();
    }
}
