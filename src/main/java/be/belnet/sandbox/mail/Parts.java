package be.belnet.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The readable parts of a mail: first plain text, first HTML, and everything else as a file. */
class Parts {

    private String text;
    private String html;
    private final List<File> files = new ArrayList<>();

    /** @param contentId without angle brackets; null when absent */
    record File(String name, String type, String contentId, Part part) {

        byte[] content() {
            try (var stream = part.getInputStream()) {
                return stream.readAllBytes();
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("attachment cannot be read", e);
            }
        }
    }

    static Parts of(MimeMessage message) {
        try {
            var parts = new Parts();
            parts.add(message);
            return parts;
        } catch (MessagingException e) {
            throw new IllegalStateException("mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<File> files() {
        return files;
    }

    private void add(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            addAll(multipart);
        } else if (isBody(part, "text/plain") && text == null) {
            text = (String) part.getContent();
        } else if (isBody(part, "text/html") && html == null) {
            html = (String) part.getContent();
        } else {
            files.add(file(part));
        }
    }

    private void addAll(Multipart multipart) throws MessagingException, IOException {
        for (var index = 0; index < multipart.getCount(); index++) {
            BodyPart part = multipart.getBodyPart(index);
            add(part);
        }
    }

    private static boolean isBody(Part part, String type) throws MessagingException, IOException {
        return part.isMimeType(type)
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null
                && part.getContent() instanceof String;
    }

    private File file(Part part) throws MessagingException {
        var type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        var contentId = part instanceof MimePart mime ? mime.getContentID() : null;
        return new File(name(part, type), type, contentId == null ? null : contentId.replaceAll("[<>]", ""), part);
    }

    private String name(Part part, String type) throws MessagingException {
        var name = part.getFileName();
        if (name == null || name.isBlank()) {
            return type.equals("text/calendar") ? "invitation.ics" : "attachment-" + (files.size() + 1);
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }
}
