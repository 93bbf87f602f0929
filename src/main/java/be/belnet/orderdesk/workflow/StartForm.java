package be.belnet.orderdesk.workflow;

/** The form that starts a process: it opens the order file and says under which number. */
public interface StartForm extends TaskForm {
    /** Routing variable under which {@link #submit} returns the order's number; it becomes the business key. */
    String ORDER_NUMBER = "orderNumber";
}
