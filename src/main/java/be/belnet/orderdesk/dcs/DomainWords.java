package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.time.WrittenDates;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a language how a domain stands. */
@Component
public class DomainWords {
    private final MessageSource messages;
    private final Authorities authorities;

    DomainWords(MessageSource messages, Authorities authorities) {
        this.messages = messages;
        this.authorities = authorities;
    }

    /** On one line, for whoever has it validated. */
    public String standing(CertificateDomain domain, Locale language) {
        return state(domain, language) + also(domain, language);
    }

    private String state(CertificateDomain domain, Locale language) {
        return say(
                "state." + domain.state().code(),
                language,
                authorities.name(domain.authority()),
                domain.domain(),
                domain.validUntil() == null ? "–" : WrittenDates.day(domain.validUntil(), language));
    }

    private String also(CertificateDomain domain, Locale language) {
        if (domain.state() == State.VALIDATED) {
            return domain.wildcard() == Wildcard.NONE ? "" : ", " + wildcard(domain, language);
        }
        String earlier = domain.validUntil() == null || domain.state() != State.RECORD_AWAITED
                ? ""
                : say("also.stillValid", language, WrittenDates.day(domain.validUntil(), language));
        boolean later = domain.wildcard() == Wildcard.WANTED && domain.state() == State.RECORD_AWAITED;
        return (later ? ", " + say("also.wildcard", language, domain.domain()) : "") + earlier;
    }

    private String wildcard(CertificateDomain domain, Locale language) {
        boolean there = domain.wildcard() == Wildcard.ADDED;
        return say(there ? "also.withWildcard" : "also.withoutWildcard", language, domain.domain());
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage("domains." + key, arguments, language);
    }
}
