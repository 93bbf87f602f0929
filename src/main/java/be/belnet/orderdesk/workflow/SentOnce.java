package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Has a start form open one file, however often it is sent: each copy that a browser shows has a token of its own. */
@Component
public class SentOnce {
    private static final String TOKEN = "formToken";

    private final OrderFile orders;

    SentOnce(OrderFile orders) {
        this.orders = orders;
    }

    /**
     * What {@code opening} returns, which is given the token to open an order file with; a form may come without one.
     *
     * @throws AnswersRefusedException when the form was sent before, with the number that it opened, or is being sent
     */
    public <T> T open(Answers answers, Function<String, T> opening) {
        return open(answers, token -> orders.findByToken(token).map(Order::number), opening);
    }

    /**
     * As the other, where what is opened is no order file.
     *
     * @param numberOf finds what was opened with a token
     */
    public <T> T open(Answers answers, Function<String, Optional<String>> numberOf, Function<String, T> opening) {
        String token = answers.text(TOKEN);
        Optional.ofNullable(token).flatMap(numberOf).ifPresent(SentOnce::refuseSecond);
        try {
            return opening.apply(token);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twiceAtOnce")));
        }
    }

    private static void refuseSecond(String first) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twice", "", first)));
    }
}
