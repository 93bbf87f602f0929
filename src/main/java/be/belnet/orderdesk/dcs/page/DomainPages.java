package be.belnet.orderdesk.dcs.page;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.DomainLinks;
import be.belnet.orderdesk.dcs.DomainLinks.Pass;
import be.belnet.orderdesk.dcs.DomainMails;
import be.belnet.orderdesk.dcs.DomainRecords;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The customer's page. Whoever opens its link only looks, be it a person or what checks mails for harm; whatever changes
 * something is posted by a button.
 */
@Controller
@RequestMapping("/domains/{token}")
class DomainPages {
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en", "de");
    private static final Set<String> NOTICES =
            Set.of("published", "publishedLater", "method", "address", "wildcards", "refused", "pace");

    private final DomainLinks links;
    private final DomainSheets sheets;
    private final DomainMails mails;
    private final CertificateDomains domains;
    private final CustomersTurn turn;
    private final OrderFile orders;
    private final Recipients recipients;
    private final Pace pace;
    private final Belnet belnet;

    DomainPages(
            DomainLinks links,
            DomainSheets sheets,
            DomainMails mails,
            CertificateDomains domains,
            CustomersTurn turn,
            OrderFile orders,
            Recipients recipients,
            Pace pace,
            Belnet belnet) {
        this.links = links;
        this.sheets = sheets;
        this.mails = mails;
        this.domains = domains;
        this.turn = turn;
        this.orders = orders;
        this.recipients = recipients;
        this.pace = pace;
        this.belnet = belnet;
    }

    /**
     * @param done what the act before came to; may be empty
     * @param at the domain that is shown unfolded; may be empty
     */
    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request) {
        Order order = order(token);
        Locale language = speak(order, lang, request);
        return frame("domains/domains", token, lang)
                .addObject("sheet", sheets.of(order, language))
                .addObject("notice", NOTICES.contains(done) ? done : null)
                .addObject("at", at);
    }

    @GetMapping("/records.csv")
    ResponseEntity<byte[]> csv(@PathVariable String token) {
        return download("csv", new MediaType("text", "csv"), order(token));
    }

    @GetMapping("/records.zone")
    ResponseEntity<byte[]> zone(@PathVariable String token) {
        return download("zone", new MediaType("text", "dns"), order(token));
    }

    /** @param place which domains; all that are awaited where none is named */
    @PostMapping("/published")
    ModelAndView published(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") List<Integer> place) {
        return act(token, lang, place, order -> {
            List<Integer> asked = place.isEmpty() ? sheets.askable(order) : place;
            List<CertificateDomain> after = turn.published(order, known(order, asked));
            return after.stream().anyMatch(DomainPages::isYetToBeSeen) ? "publishedLater" : "published";
        });
    }

    /** @param place which domains; all that are open where none is named */
    @PostMapping("/method")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") List<Integer> place,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(required = false) String address) {
        return act(token, lang, place, order -> {
            List<Integer> asked = place.isEmpty() ? sheets.choosable(order) : place;
            turn.choose(order, known(order, asked), method(method), address);
            return address == null ? "method" : "address";
        });
    }

    @PostMapping("/wildcards")
    ModelAndView decline(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam List<Integer> place) {
        return act(token, lang, place, order -> {
            turn.declineWildcards(order, known(order, place));
            return "wildcards";
        });
    }

    /** Mails a new link, for the one at hand that has expired. */
    @PostMapping("/link")
    ModelAndView sendLink(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        Order order = order(pass(token));
        try {
            mails.sendLink(order.number());
        } catch (DuplicateKeyException sentByAnother) {
            // it is on its way all the same
        }
        speak(order, lang, request);
        return frame("domains/expired", token, lang).addObject("sent", true);
    }

    @ExceptionHandler(NoSuchLinkException.class)
    ModelAndView gone(HttpServletRequest request) {
        return frame("domains/gone", null, "", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(LinkExpiredException.class)
    ModelAndView expired(LinkExpiredException expired, HttpServletRequest request) {
        String lang = Optional.ofNullable(request.getParameter("lang")).orElse("");
        speak(expired.order, lang, request);
        return frame("domains/expired", expired.token, lang, HttpStatus.GONE).addObject("sent", false);
    }

    private interface Act {
        /** @return the notice to show */
        String on(String orderNumber);
    }

    private ModelAndView act(String token, String lang, List<Integer> place, Act act) {
        String number = order(token).number();
        var page = new ModelAndView("redirect:/domains/" + token);
        page.addObject("done", pace.allows(number) ? done(number, act) : "pace");
        if (place.size() == 1) {
            page.addObject("at", place.get(0));
        }
        if (LANGUAGES.contains(lang)) {
            page.addObject("lang", lang);
        }
        return page;
    }

    private static String done(String orderNumber, Act act) {
        try {
            return act.on(orderNumber);
        } catch (IllegalArgumentException notOffered) {
            return "refused";
        }
    }

    private static ValidationMethod method(String name) {
        return ValidationMethod.valueOf(name);
    }

    /** Looks at many domains take their time. */
    private static boolean isYetToBeSeen(CertificateDomain domain) {
        return domain.publishedAt() != null
                && (domain.lookedAt() == null || domain.lookedAt().isBefore(domain.publishedAt()));
    }

    private List<Integer> known(String order, List<Integer> places) {
        Set<Integer> there = Set.copyOf(
                domains.of(order).stream().map(CertificateDomain::place).toList());
        return places.stream().filter(there::contains).distinct().toList();
    }

    private ResponseEntity<byte[]> download(String extension, MediaType type, Order order) {
        var records = new DomainRecords(domains.of(order.number()));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-records.%s".formatted(order.number(), extension))
                                .build()
                                .toString())
                .body(extension.equals("csv") ? records.csv() : records.zone());
    }

    private Order order(String token) {
        Pass pass = pass(token);
        Order order = order(pass);
        if (pass.expired()) {
            throw new LinkExpiredException(token, order);
        }
        return order;
    }

    private Order order(Pass pass) {
        return orders.find(pass.orderNumber()).orElseThrow(NoSuchLinkException::new);
    }

    private Pass pass(String token) {
        return links.check(token).orElseThrow(NoSuchLinkException::new);
    }

    /** The language asked for, else the contact's. */
    private Locale speak(Order order, String asked, HttpServletRequest request) {
        String language = LANGUAGES.contains(asked)
                ? asked
                : recipients.contact(order.number(), ContactRole.TECHNICAL).language();
        Locale locale = Locale.forLanguageTag(language);
        request.setAttribute(Locale.class.getName(), locale);
        return locale;
    }

    private ModelAndView frame(String view, String token, String lang) {
        return frame(view, token, lang, HttpStatus.OK);
    }

    private ModelAndView frame(String view, String token, String lang, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("token", token)
                .addObject("lang", LANGUAGES.contains(lang) ? lang : null)
                .addObject("languages", List.of("nl", "fr", "de", "en"))
                .addObject("belnet", belnet);
    }

    private static class NoSuchLinkException extends RuntimeException {}

    private static class LinkExpiredException extends RuntimeException {
        private final transient Order order;
        private final transient String token;

        LinkExpiredException(String token, Order order) {
            this.token = token;
            this.order = order;
        }
    }
}
