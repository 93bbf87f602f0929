package be.belnet.orderdesk.subscription;

import java.util.List;

/** Which certificate authorities there are; the service of certificates knows. */
public interface AuthorityCodes {
    List<String> codes();
}
