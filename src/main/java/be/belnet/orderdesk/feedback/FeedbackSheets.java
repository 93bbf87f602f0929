package be.belnet.orderdesk.feedback;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.feedback.FeedbackLinks.Pass;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.person.Tombstone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind a feedback link. Opening it keeps nothing, be it opened by a person or by what checks mails for harm: the
 * answer is posted by a button.
 */
@Controller
@RequestMapping(FeedbackSheets.PATH + "{token}")
class FeedbackSheets {
    static final String PATH = "/useful/";

    private static final List<String> LANGUAGES = List.of("nl", "fr", "de", "en");
    private static final Set<String> NOTICES = Set.of("kept", "refused");

    private final FeedbackLinks links;
    private final Feedbacks feedbacks;
    private final OrderFile orders;
    private final Belnet belnet;

    FeedbackSheets(FeedbackLinks links, Feedbacks feedbacks, OrderFile orders, Belnet belnet) {
        this.links = links;
        this.feedbacks = feedbacks;
        this.orders = orders;
        this.belnet = belnet;
    }

    /** @param done what the answer before came to; may be empty */
    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        Order order = order(token);
        speak(order, lang, request);
        return frame("useful/useful", HttpStatus.OK)
                .addObject("token", token)
                .addObject("lang", known(lang))
                .addObject("order", order)
                .addObject("given", feedbacks.find(order.number()).orElse(null))
                .addObject("answers", codes())
                .addObject("notice", NOTICES.contains(done) ? done : null)
                .addObject("longest", Remark.LONGEST);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String useful,
            @RequestParam(defaultValue = "") String remark) {
        Order order = order(token);
        var page = new ModelAndView("redirect:" + PATH + token);
        page.addObject("done", isKept(order.number(), useful, remark) ? "kept" : "refused");
        Optional.ofNullable(known(lang)).ifPresent(language -> page.addObject("lang", language));
        return page;
    }

    @ExceptionHandler
    ModelAndView gone(NoSuchLinkException gone) {
        return frame("useful/gone", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView expired(LinkExpiredException expired, HttpServletRequest request) {
        speak(expired.order, "", request);
        return frame("useful/expired", HttpStatus.GONE);
    }

    private boolean isKept(String orderNumber, String useful, String remark) {
        Optional<Usefulness> said = Usefulness.of(useful);
        try {
            String words = Remark.of(remark);
            said.ifPresent(answer -> keep(orderNumber, answer, words));
            return said.isPresent();
        } catch (IllegalArgumentException noRemark) {
            return false;
        }
    }

    private void keep(String orderNumber, Usefulness useful, String remark) {
        try {
            feedbacks.keep(orderNumber, useful, remark);
        } catch (DuplicateKeyException clickedTwice) {
            feedbacks.keep(orderNumber, useful, remark);
        }
    }

    /** Nobody says anything any more of an order whose people were erased: it would stay. */
    private Order order(String token) {
        Pass pass = links.check(token).orElseThrow(NoSuchLinkException::new);
        Order order = orders.find(pass.orderNumber()).orElseThrow(NoSuchLinkException::new);
        if (pass.expired() || Tombstone.isErased(order.requester().email())) {
            throw new LinkExpiredException(order);
        }
        return order;
    }

    /** In the language asked for, else in that of who asked for the order. */
    private static void speak(Order order, String asked, HttpServletRequest request) {
        String language =
                Optional.ofNullable(known(asked)).orElse(order.requester().language());
        request.setAttribute(Locale.class.getName(), Locale.forLanguageTag(language));
    }

    private static String known(String language) {
        return LANGUAGES.contains(language) ? language : null;
    }

    private static List<String> codes() {
        return Arrays.stream(Usefulness.values()).map(Usefulness::code).toList();
    }

    private ModelAndView frame(String view, HttpStatus status) {
        return new ModelAndView(view, status).addObject("languages", LANGUAGES).addObject("belnet", belnet);
    }

    private static class NoSuchLinkException extends RuntimeException {}

    private static class LinkExpiredException extends RuntimeException {
        private final transient Order order;

        LinkExpiredException(Order order) {
            this.order = order;
        }
    }
}
