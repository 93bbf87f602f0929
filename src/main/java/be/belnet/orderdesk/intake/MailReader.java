package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.intake.ReadMail.Attached;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Reads the parts of a mail. Whatever is broken is left out or read as plain bytes; nothing makes it fail. */
final class MailReader {
    private static final Session SESSION = session();
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_PART = 256 * 1024;
    private static final int LONGEST_NAME = 150;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 10;

    private final List<Attached> attachments = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Returned returned = new Returned();
    private int parts;
    private boolean passedOn;

    private MailReader() {}

    /** The mail in these bytes, which must stay open while it is read. */
    static MimeMessage parse(InputStream content) throws MessagingException {
        return new MimeMessage(SESSION, content);
    }

    /** Sends nothing. Made once, since making one looks through the whole class path. */
    private static Session session() {
        var settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(settings);
    }

    /** @param cut only the mail's beginning is there */
    static ReadMail read(MimeMessage message, boolean cut) {
        return new MailReader().mail(new MailHead(message), message, cut);
    }

    private ReadMail mail(MailHead head, MimeMessage message, boolean cut) {
        add(message, 0);
        String text = text();
        Origin origin = returned.isReport() ? returned.origin() : head.origin();
        boolean bounced = origin == Origin.MAIL_SERVER;
        return new ReadMail(
                head.key(text),
                head.messageId().orElse(null),
                origin,
                head.sender(),
                head.senderName(),
                head.subject(),
                bounced ? returned.with(head.thread(), text) : head.thread(),
                text,
                passedOn || head.isForwarded(),
                cut,
                List.copyOf(attachments));
    }

    private String text() {
        String all = PlainText.of(plain.toString().isBlank() ? Html.text(html.toString()) : plain.toString());
        return all.length() <= LONGEST_TEXT ? all : all.substring(0, LONGEST_TEXT);
    }

    private void add(Part part, int depth) {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/") && addAll(part, type, depth)) {
            return;
        }
        if (returned.isReport()) {
            report(type, words(part));
        } else if (type.equals("message/rfc822")) {
            passOn(part, depth);
        } else if (isFile(part, type)) {
            attach(part, type);
        } else {
            (type.equals("text/html") ? html : plain).append(words(part)).append('\n');
        }
    }

    private void report(String type, String words) {
        returned.add(type, words);
        if (type.equals("text/plain")) {
            plain.append(words).append('\n');
        }
    }

    /** False when it cannot be taken apart: then it is read as it stands. */
    private boolean addAll(Part part, String type, int depth) {
        try {
            if (!(part.getContent() instanceof Multipart several)) {
                return false;
            }
            returned.note(type, part.getContentType());
            for (int index = 0; index < several.getCount(); index++) {
                add(several.getBodyPart(index), depth + 1);
            }
            return true;
        } catch (MessagingException | IOException | RuntimeException broken) {
            return false;
        }
    }

    private void passOn(Part part, int depth) {
        passedOn = true;
        try {
            if (part.getContent() instanceof MimeMessage inside) {
                plain.append(new MailHead(inside).subject()).append('\n');
                add(inside, depth + 1);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            attach(part, "message/rfc822");
        }
    }

    /** Pictures that belong to the text are no files: signatures have them. */
    private void attach(Part part, String type) {
        if (!(type.startsWith("image/") && isInside(part))) {
            attachments.add(new Attached(name(part), part::getInputStream));
        }
    }

    private static boolean isFile(Part part, String type) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    || part.getFileName() != null
                    || !type.startsWith("text/") && !type.startsWith("multipart/");
        } catch (MessagingException | RuntimeException broken) {
            return !type.startsWith("text/");
        }
    }

    private static boolean isInside(Part part) {
        try {
            return Part.INLINE.equalsIgnoreCase(part.getDisposition())
                    || part instanceof MimePart mime && mime.getContentID() != null;
        } catch (MessagingException | RuntimeException broken) {
            return false;
        }
    }

    private String name(Part part) {
        String name = null;
        try {
            name = part.getFileName() == null ? null : MimeUtility.decodeText(part.getFileName());
        } catch (MessagingException | IOException | RuntimeException broken) {
            // it has a number instead
        }
        String bare = PlainText.line(name).replaceAll(".*[/\\\\]", "").strip();
        String shortened = bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
        return shortened.isEmpty() ? "file " + (attachments.size() + 1) : shortened;
    }

    private static String type(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException | RuntimeException broken) {
            return "text/plain";
        }
    }

    private static String words(Part part) {
        byte[] bytes = beginning(part);
        String words = new String(bytes, charset(part, bytes));
        return "flowed".equalsIgnoreCase(parameter(part, "format"))
                ? Flowed.joined(words, "yes".equalsIgnoreCase(parameter(part, "delsp")))
                : words;
    }

    /** Of the content type; null when there is none. */
    private static String parameter(Part part, String name) {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (MessagingException | RuntimeException broken) {
            return null;
        }
    }

    /** As much of a part as can be read. */
    private static byte[] beginning(Part part) {
        var read = new ByteArrayOutputStream();
        try (InputStream content = content(part)) {
            byte[] some = new byte[8192];
            for (int count = content.read(some); count >= 0 && read.size() < LONGEST_PART; count = content.read(some)) {
                read.write(some, 0, count);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            // what came before it is read
        }
        return read.toByteArray();
    }

    /** As it stands, where its encoding is none. */
    private static InputStream content(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException unknown) {
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream();
            }
            if (part instanceof MimeBodyPart body) {
                return body.getRawInputStream();
            }
            throw unknown;
        }
    }

    private static Charset charset(Part part, byte[] bytes) {
        try {
            String named = parameter(part, "charset");
            if (named != null) {
                return Charset.forName(MimeUtility.javaCharset(named));
            }
        } catch (RuntimeException unknown) {
            // told by the bytes
        }
        return new String(bytes, StandardCharsets.UTF_8).indexOf('\ufffd') < 0 ? StandardCharsets.UTF_8 : FALLBACK;
    }
}
