package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.order.Order;
import java.time.LocalDate;
import java.util.Optional;

/** Links by which customers follow their files; each mail to one of them has its own at its foot. */
public interface PageLinks {
    /** A new link; earlier ones work on. Empty for whom the file shows nothing. */
    Optional<PageLink> to(Order order, Recipient recipient);

    /** @param until last day on which it surely works, in Brussels */
    record PageLink(String address, LocalDate until) {
        /** Without the address: whoever knows it may act. */
        @Override
        public String toString() {
            return "PageLink[until=%s]".formatted(until);
        }
    }
}
