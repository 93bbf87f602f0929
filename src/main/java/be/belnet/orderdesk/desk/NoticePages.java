package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The notice calculator: when a service ends if notice is given on some day. It keeps nothing. */
@Controller
class NoticePages {
    private final NoticeViews views;
    private final FormProblems problems;

    NoticePages(NoticeViews views, FormProblems problems) {
        this.views = views;
        this.problems = problems;
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
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject(
                    "problems",
                    problems.of(refused).stream().map(Problem::message).toList());
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
