package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.bams.BamsTerms;
import be.belnet.orderdesk.bams.NeedsReader;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormCheck;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows contract and mail as they would leave on the values that stand in the form of needs, whether it was completed
 * or not. Values not given are those kept; nothing is kept here.
 */
@Controller
class PreviewPages {
    private static final String FORM = "determine-needs";
    private static final Set<String> FIELDS =
            Set.of("mailDomains", "mailboxes", "cpus", "package", "addOns", "trialDays", "priceLine");

    private final OrderFile orders;
    private final FormCheck check;
    private final NeedsReader needs;
    private final BamsTerms terms;
    private final ContractDesk contracts;
    private final FormProblems problems;

    PreviewPages(
            OrderFile orders,
            FormCheck check,
            NeedsReader needs,
            BamsTerms terms,
            ContractDesk contracts,
            FormProblems problems) {
        this.orders = orders;
        this.check = check;
        this.needs = needs;
        this.terms = terms;
        this.contracts = contracts;
        this.problems = problems;
    }

    @GetMapping("/orders/{number}/preview/contract")
    ResponseEntity<byte[]> contract(
            @PathVariable String number, @RequestParam Map<String, String> fields, Principal user, Locale locale) {
        return Downloads.inlinePdf(
                number + "-preview.pdf", contracts.preview(number, terms(number, fields, user, locale)));
    }

    @GetMapping("/orders/{number}/preview/mail")
    ResponseEntity<String> mail(
            @PathVariable String number, @RequestParam Map<String, String> fields, Principal user, Locale locale) {
        return Downloads.mail(contracts
                .previewMail(number, terms(number, fields, user, locale))
                .html());
    }

    @ExceptionHandler
    ModelAndView refused(AnswersRefusedException refused) {
        var page = new ModelAndView("orders/preview-refused", HttpStatus.BAD_REQUEST);
        page.addObject(
                "problems", problems.of(refused).stream().map(Problem::message).toList());
        return page;
    }

    private ContractTerms terms(String number, Map<String, String> fields, Principal user, Locale locale) {
        Order order = orders.find(number)
                .filter(found -> terms.supports(found.service()))
                .filter(found -> found.acronym() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var context = new FormContext(order.number(), null, user.getName(), locale);
        return terms.of(check.look(FORM, context, answers(fields), needs::read));
    }

    /** Lines of domains come with a tilde between them, add-ons with a comma. */
    private static Map<String, Object> answers(Map<String, String> fields) {
        Map<String, Object> answers = new HashMap<>(fields);
        answers.keySet().retainAll(FIELDS);
        answers.replaceAll((field, value) -> value.toString().isBlank() ? null : value);
        answers.computeIfPresent(
                "mailDomains", (field, lines) -> lines.toString().replace('~', '\n'));
        answers.computeIfPresent(
                "addOns", (field, chosen) -> List.of(chosen.toString().split(",")));
        return answers;
    }
}
