package be.belnet.sandbox.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What a certificate authority of the sandbox sees of the customers' zones and web sites, with all that goes wrong there. */
@Component
public class PublicView {
    private final Resolution resolution;
    private final WebFiles files;

    PublicView(Resolution resolution, WebFiles files) {
        this.resolution = resolution;
        this.files = files;
    }

    /**
     * Values of one type at a name, as in a zone file; of a text the whole without quotes. Aliases are followed unless they
     * are what is asked for. Empty where there are none and where the look-up fails.
     *
     * @param name in any case, with or without a dot at its end
     */
    public List<String> values(String type, String name) {
        return answer(Type.value(type), name).stream()
                .flatMap(answer -> answer.getSection(Section.ANSWER).stream())
                .filter(record -> record.getType() == Type.value(type))
                .map(PublicView::value)
                .toList();
    }

    /** The file at an address; empty where there is none or a redirect. */
    public Optional<String> file(String url) {
        var address = URI.create(url);
        return files.find(address.getHost().toLowerCase(Locale.ROOT), address.getPath())
                .map(WebFile::content);
    }

    private Optional<Message> answer(int type, String name) {
        try {
            var question = Record.newRecord(Published.absolute(name), type, DClass.IN);
            return resolution.answer(Message.newQuery(question));
        } catch (TextParseException noName) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String value(Record record) {
        if (record instanceof TXTRecord text) {
            var bytes = new ByteArrayOutputStream();
            for (byte[] string : text.getStringsAsByteArrays()) {
                bytes.writeBytes(string);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
        return record.rdataToString();
    }
}
