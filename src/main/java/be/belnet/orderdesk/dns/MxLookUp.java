package be.belnet.orderdesk.dns;

import java.util.List;

/** Looks where the world sends the mail of domains. */
public interface MxLookUp {
    /** A report for each domain, in their order. What cannot be found out in good time is not answered. */
    List<MxReport> look(List<String> domains);
}
