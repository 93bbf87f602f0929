package be.belnet.orderdesk.correspondence;

/**
 * A file that goes with a mail.
 *
 * @param contentType without parameters, such as application/pdf
 * @param method iCalendar method such as REQUEST; null for anything else than an invitation
 */
public record Attachment(String fileName, String contentType, byte[] content, String method) {}
