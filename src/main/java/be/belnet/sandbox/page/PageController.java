package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.Calls;
import be.belnet.sandbox.faults.Fault;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.mail.Mail;
import be.belnet.sandbox.mail.Mailboxes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The outside world as a page; plain HTML that works without scripts. */
@Controller
@WorldPage
class PageController {

    private static final int NEWEST_MAILS = 8;
    private static final int NEWEST_ENTRIES = 8;
    private static final int LEDGER_PAGE = 50;

    private final Mailboxes mailboxes;
    private final List<WorldSection> sections;
    private final Ledger ledger;

    PageController(Mailboxes mailboxes, List<WorldSection> sections, Ledger ledger) {
        this.mailboxes = mailboxes;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(WorldSection::position))
                .toList();
        this.ledger = ledger;
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
