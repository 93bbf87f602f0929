package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The notice calculator: when a service ends if notice is given on some day. It keeps nothing. */
@Controller
class NoticePages {
    private final NoticeViews views;
    private final RefusedPage refusedPage;

    NoticePages(NoticeViews views, RefusedPage refusedPage) {
        this.views = views;
        this.refusedPage = refusedPage;
    }

    @GetMapping("/notice")
    ModelAndView notice(@RequestParam Map<String, String> parameters, Locale locale) {
        NoticeQuestion question = NoticeQuestion.of(parameters);
        ModelAndView page = page(question);
        if (question.isEmpty()) {
            return page;
        }
        try {
            return page.addObject("view", views.of(question, locale));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page, refused);
        }
    }

    private static ModelAndView page(NoticeQuestion question) {
        return new ModelAndView("notice/notice")
                .addObject("area", "notice")
                .addObject("question", question)
                .addObject("services", Service.values())
                .addObject(
                        "states",
                        Arrays.stream(Phase.values()).map(NoticeQuestion::code).toList())
                .addObject("channels", Channel.values());
    }
}
