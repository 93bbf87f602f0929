package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page that says why what was sent to it makes no sense, with status 400. */
@Component
class RefusedPage {
    private final FormProblems problems;

    RefusedPage(FormProblems problems) {
        this.problems = problems;
    }

    /** @param page as it is without having been sent anything */
    ModelAndView of(ModelAndView page, AnswersRefusedException refused) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject(
                "problems", problems.of(refused).stream().map(Problem::message).toList());
    }
}
