package be.belnet.orderdesk.csv;

import java.util.List;

/** A line that cannot be kept, with all that is wrong with it. */
public class LineRefusedException extends RuntimeException {
    private final transient List<Problem> problems;

    public LineRefusedException(List<Problem> problems) {
        super("Line refused: " + problems.stream().map(Problem::field).toList());
        this.problems = List.copyOf(problems);
    }

    public LineRefusedException(String field, String reason) {
        this(List.of(new Problem(field, reason, null)));
    }

    public LineRefusedException(String field, String reason, String detail) {
        this(List.of(new Problem(field, reason, detail)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param field column of the file, or {@code file}
     * @param reason end of a message key, such as {@code customer.refusal.…}
     * @param detail what the message quotes, nothing personal; may be null
     */
    public record Problem(String field, String reason, String detail) {}
}
