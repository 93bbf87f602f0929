package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.FigureView.Named;
import java.util.List;
import java.util.Map;

/**
 * What the steps of a process cost each side, in the reader's words.
 *
 * @param words texts of the page, by key
 */
record StepFigureView(
        Map<String, String> words, String process, String period, List<Named> periods, List<StepLine> steps) {

    /**
     * @param activity element id in the model
     * @param turn belnet, customer or supplier
     * @param median elapsed time, such as 2.5 d; null where none ended
     * @param seconds of all that ended
     * @param standing parts that go on now
     */
    record StepLine(
            String activity,
            String step,
            String turn,
            String turnWords,
            long passed,
            String median,
            long seconds,
            long standing) {}
}
