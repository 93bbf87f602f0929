package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.Consequence;
import java.util.List;

/** Files that order nothing, as far as leaving them goes; whoever opens files of such a kind implements it. */
public interface OtherFiles {
    String kind();

    /** Whether it is not too late to leave an open file. */
    boolean isLeavable(String number);

    /** What would happen now, in the order in which it matters to people. */
    List<Consequence> consequences(String number);

    /** Takes that back, in the caller's transaction. */
    void leave(String number);

    /** Template of the mail that confirms the withdrawal; it needs no values. */
    String withdrawalMail(String number);

    /** Template of the mail that announces the cancellation; it has the reason. */
    String cancellationMail();
}
