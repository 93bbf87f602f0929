package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.ContractDraft;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormCheck;
import be.belnet.orderdesk.workflow.FormContext;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the contract as it would leave on the values that stand in the form of needs or domains, whether it was completed or not.
 * Values not given are those kept; nothing is kept here.
 */
@Controller
class PreviewPages {
    private final OrderFile orders;
    private final FormCheck check;
    private final List<ContractDraft> drafts;
    private final ContractDesk contracts;
    private final RefusedPage refusedPage;

    PreviewPages(
            OrderFile orders,
            FormCheck check,
            List<ContractDraft> drafts,
            ContractDesk contracts,
            RefusedPage refusedPage) {
        this.orders = orders;
        this.check = check;
        this.drafts = List.copyOf(drafts);
        this.contracts = contracts;
        this.refusedPage = refusedPage;
    }

    @RequestMapping(
            path = "/orders/{number}/preview/contract",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> contract(
            @PathVariable String number, @RequestParam Map<String, String> fields, Principal user, Locale locale) {
        return Downloads.inlinePdf(
                number + "-preview.pdf", contracts.preview(number, terms(number, fields, user, locale)));
    }

    @ExceptionHandler
    ModelAndView refused(AnswersRefusedException refused) {
        return refusedPage.of(new ModelAndView("orders/preview-refused"), refused);
    }

    private ContractTerms terms(String number, Map<String, String> fields, Principal user, Locale locale) {
        Order order = orders.find(number)
                .filter(found -> found.acronym() != null && found.kind().equals("order"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContractDraft draft = drafts.stream()
                .filter(one -> one.service().equals(order.service()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var context = new FormContext(order.number(), null, user.getName(), locale);
        return check.look(draft.form(), context, answers(draft, fields), draft::terms);
    }

    private static Map<String, Object> answers(ContractDraft draft, Map<String, String> sent) {
        Map<String, Object> answers = new HashMap<>();
        draft.fields().stream()
                .filter(sent::containsKey)
                .forEach(field -> answers.put(field, answer(draft, field, sent.get(field))));
        return answers;
    }

    private static Object answer(ContractDraft draft, String field, String sent) {
        return sent.isBlank() ? null : draft.answer(field, sent);
    }
}
