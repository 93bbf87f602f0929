package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.Calls;
import be.belnet.sandbox.faults.Fault;
import be.belnet.sandbox.faults.FaultSwitch;
import be.belnet.sandbox.faults.Faults;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.mail.Mail;
import be.belnet.sandbox.mail.Mailboxes;
import be.belnet.sandbox.partner.Partners;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The outside world as a page; plain HTML that works without scripts. */
@Controller
class PageController {

    private static final int NEWEST_MAILS = 8;
    private static final int NEWEST_ENTRIES = 8;
    private static final int LEDGER_PAGE = 50;

    /** Everything from here, and nothing runs. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Mailboxes mailboxes;
    private final List<WorldSection> sections;
    private final Ledger ledger;
    private final Partners partners;
    private final Faults faults;
    private final DateTimeFormatter format;

    PageController(
            Mailboxes mailboxes,
            List<WorldSection> sections,
            Ledger ledger,
            Partners partners,
            Faults faults,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(WorldSection::position))
                .toList();
        this.ledger = ledger;
        this.partners = partners;
        this.faults = faults;
        this.format = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH)
                .withZone(clock.getZone());
    }

    @ModelAttribute
    void every(HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        model.addAttribute("time", format);
        model.addAttribute("faults", partnerFaults());
    }

    @GetMapping("/")
    String world(Model model) {
        model.addAttribute("mailboxes", mailboxes.all());
        model.addAttribute("mails", mailboxes.newest(NEWEST_MAILS));
        model.addAttribute("sections", sections);
        model.addAttribute("calls", ledger.callsNewestFirst(0, NEWEST_ENTRIES));
        model.addAttribute("effects", ledger.effectsNewestFirst(0, NEWEST_ENTRIES));
        model.addAttribute("callCount", ledger.countCalls());
        model.addAttribute("effectCount", ledger.countEffects());
        model.addAttribute("kinds", Fault.values());
        model.addAttribute("calledKinds", Calls.values());
        return "world";
    }

    @GetMapping("/mailboxes/{address}")
    String mailbox(@PathVariable String address, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("mails", newestFirst(mailboxes.mails(address)));
        return "mailbox";
    }

    @GetMapping("/mails/{id}")
    String mail(@PathVariable long id, Model model) {
        var mail = mailboxes.mail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        return "mail";
    }

    @GetMapping("/ledger/calls")
    String calls(@RequestParam(defaultValue = "0") int page, Model model) {
        var current = Math.max(page, 0);
        model.addAttribute("calls", ledger.callsNewestFirst(current, LEDGER_PAGE));
        addPages(model, current, ledger.countCalls());
        return "calls";
    }

    @GetMapping("/ledger/effects")
    String effects(@RequestParam(defaultValue = "0") int page, Model model) {
        var current = Math.max(page, 0);
        model.addAttribute("effects", ledger.effectsNewestFirst(current, LEDGER_PAGE));
        addPages(model, current, ledger.countEffects());
        return "effects";
    }

    private List<PartnerFault> partnerFaults() {
        var on = faults.all().stream().collect(Collectors.toMap(FaultSwitch::partner, Function.identity()));
        return partners.all().stream()
                .map(partner -> new PartnerFault(partner, on.get(partner.code())))
                .toList();
    }

    private static void addPages(Model model, int page, long entries) {
        var last = Math.max(0, (entries - 1) / LEDGER_PAGE);
        model.addAttribute("entries", entries);
        model.addAttribute("page", page);
        model.addAttribute("lastPage", last);
    }

    private static List<Mail> newestFirst(List<Mail> mails) {
        var reversed = new ArrayList<>(mails);
        Collections.reverse(reversed);
        return reversed;
    }
}
