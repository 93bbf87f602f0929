package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.order.Document;

/**
 * A file that goes with a mail.
 *
 * @param contentType without parameters, such as application/pdf
 * @param method iCalendar method such as REQUEST; null for anything else than an invitation
 */
public record Attachment(String fileName, String contentType, byte[] content, String method) {

    /** A document of an order. */
    public static Attachment of(Document document, byte[] content) {
        return new Attachment(document.fileName(), document.contentType(), content, null);
    }
}
