package be.belnet.orderdesk.customer;

import java.util.List;

/** A line that cannot be kept, with all that is wrong with it. */
class LineRefusedException extends RuntimeException {
    private final transient List<Problem> problems;

    LineRefusedException(List<Problem> problems) {
        super("Line refused: " + problems.stream().map(Problem::field).toList());
        this.problems = List.copyOf(problems);
    }

    LineRefusedException(String field, String reason) {
        this(List.of(new Problem(field, reason, null)));
    }

    LineRefusedException(String field, String reason, String detail) {
        this(List.of(new Problem(field, reason, detail)));
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * @param field column of the file, or {@code file}
     * @param reason end of the message key {@code customer.refusal.…}
     * @param detail what the message quotes, nothing personal; may be null
     */
    record Problem(String field, String reason, String detail) {}
}
