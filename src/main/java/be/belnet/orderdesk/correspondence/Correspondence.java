package be.belnet.orderdesk.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Writes mails in the caller's transaction and keeps them; they leave after it has committed. */
@Service
public class Correspondence {
    /**
     * Writes a mail and puts it in the outbox.
     *
     * @return its id
     * @throws UnfitForMailException when an address, name or subject could not stand in a mail's head
     */
    public long send(Mail mail) {
        throw new UnsupportedOperationException();
    }

    /** The mail as it would be sent; nothing is kept. */
    public Rendered preview(Mail mail) {
        throw new UnsupportedOperationException();
    }

    /** Mails of an order, oldest first. */
    public List<SentMail> of(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    public Optional<SentMail> find(String orderNumber, long id) {
        throw new UnsupportedOperationException();
    }
}
