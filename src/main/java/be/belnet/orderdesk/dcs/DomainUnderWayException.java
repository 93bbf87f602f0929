package be.belnet.orderdesk.dcs;

/** Another file has the domain validated; until it is settled there, no second one can. */
public class DomainUnderWayException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DomainUnderWayException(Domain domain, String file) {
        super("%s is being validated by %s".formatted(domain, file));
    }
}
