package be.belnet.sandbox.dns;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** How a zone answers. All but the first are what goes wrong at customers. */
public enum Behaviour {
    NORMAL("normal", "as published"),
    CNAME_CHAIN("cnameChain", "every name leads by two aliases to what was published there"),
    DNSSEC_FAILURE("dnssecFailure", "its signatures are wrong: validating resolvers fail, unless told not to check"),
    SERVER_FAILURE("serverFailure", "its name servers fail, so that resolvers do too"),
    SILENT("silent", "no answer ever comes"),
    NXDOMAIN("nxdomain", "the parent zone does not know it"),
    LONG_TTL("longTtl", "every answer may be kept for a week"),
    DOUBLED_NAME("doubledName", "the provider has appended the zone's name once more to what was published");

    private final String code;
    private final String words;

    Behaviour(String code, String words) {
        this.code = code;
        this.words = words;
    }

    static Behaviour of(String code) {
        return Stream.of(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "behaviour: one of "
                                + String.join(
                                        ", ",
                                        Stream.of(values()).map(Behaviour::code).toList())));
    }

    /** As the API names it. */
    @JsonValue
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
