package be.belnet.orderdesk.failure;

import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.workflow.EffectExhaustedException;
import be.belnet.orderdesk.workflow.FailedJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why steps fail, so that those that fail of one cause are seen as one. */
@Component
class Causes {
    private final List<Partner> partners;

    Causes(List<Partner> partners) {
        this.partners = partners;
    }

    /**
     * @param partner null where it lies with none
     * @param key equal for steps that fail of one cause
     * @param words for people; nothing that an unforeseen error says
     */
    record Cause(String partner, String key, String words) {}

    /** A partner out of reach is one cause, however it shows; what was tried too often is a case of its own. */
    Cause of(FailedJob job) {
        return first(job.cause(), EffectExhaustedException.class)
                .map(exhausted -> exhausted(job, exhausted))
                .or(() -> first(job.cause(), PartnerException.class).map(this::ofPartner))
                .orElseGet(() -> unforeseen(job));
    }

    private static Cause exhausted(FailedJob job, EffectExhaustedException failed) {
        return new Cause(null, "exhausted/" + job.orderNumber() + "/" + job.activity(), failed.getMessage());
    }

    private Cause ofPartner(PartnerException failed) {
        String partner = name(failed.partner());
        String kind = isOutage(failed) ? "outage" : failed.getClass().getSimpleName();
        return new Cause(partner, partner + "/" + kind, failed.getMessage());
    }

    private static Cause unforeseen(FailedJob job) {
        String kind = root(job.cause()).getClass().getSimpleName();
        return new Cause(null, job.activity() + "/" + kind, kind);
    }

    private String name(String system) {
        return partners.stream()
                .filter(partner -> partner.systems().contains(system))
                .map(Partner::name)
                .findFirst()
                .orElse(system);
    }

    private static boolean isOutage(PartnerException failed) {
        return failed instanceof PartnerUnavailableException || failed instanceof OutcomeUnknownException;
    }

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable failure) {
        return chain(failure).reduce((outer, inner) -> inner).orElseThrow();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
