package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What somebody asks the notice calculator. */
record NoticeQuestion(Entered entered) {
    private static final List<String> NAMES = List.of(
            "service",
            "state",
            "channel",
            "contractStart",
            "trialEndsOn",
            "notifiedOn",
            "postedOn",
            "receivedOn",
            "wish");
    private static final String NO_DATE = "form.error.notADate";

    /** @param parameters others than those of a notice are left out */
    static NoticeQuestion of(Map<String, String> parameters) {
        return new NoticeQuestion(Entered.of(NAMES, parameters));
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.get(name);
    }

    boolean isEmpty() {
        return entered.hasOnly();
    }

    static String code(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param brussels the day of a moment there
     * @throws AnswersRefusedException naming each value that is missing or makes no sense
     */
    Notice read(Function<Instant, LocalDate> brussels) {
        var refusals = new Refusals();
        Service service = refusals.read(() -> required("service", Service.values(), Service::name));
        Phase phase = refusals.read(() -> required("state", Phase.values(), NoticeQuestion::code));
        Channel channel = refusals.read(() -> option("channel", Channel.values(), Channel::name));
        LocalDate contractStart = refusals.read(() -> contractStart(service));
        LocalDate trialEndsOn = refusals.read(() -> entered.day("trialEndsOn"));
        LocalDate postedOn = refusals.read(() -> entered.day("postedOn"));
        LocalDate receivedOn = refusals.read(() -> notified(brussels));
        LocalDate wish = refusals.read(() -> entered.day("wish"));
        refusals.tell();
        return new Notice(
                service,
                phase,
                channel == null ? Channel.REGISTERED_LETTER : channel,
                contractStart,
                trialEndsOn,
                postedOn,
                receivedOn,
                wish);
    }

    private LocalDate contractStart(Service service) {
        if (service == Service.DCS && get("contractStart").isEmpty()) {
            throw new AnswersRefusedException("contractStart", "form.error.required");
        }
        return entered.day("contractStart");
    }

    /** The day on which notice came, by whichever of its names; none when it was posted only. */
    private LocalDate notified(Function<Instant, LocalDate> brussels) {
        String given = get("notifiedOn");
        if (given.contains("T")) {
            return brussels.apply(moment(given));
        }
        if (!given.isEmpty()) {
            return entered.day("notifiedOn");
        }
        if (get("postedOn").isEmpty() && get("receivedOn").isEmpty()) {
            throw new AnswersRefusedException("notifiedOn", "form.error.required");
        }
        return entered.day("receivedOn");
    }

    private static Instant moment(String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new AnswersRefusedException("notifiedOn", NO_DATE);
        }
    }

    private <T> T required(String name, T[] options, Function<T, String> code) {
        if (get(name).isEmpty()) {
            throw new AnswersRefusedException(name, "form.error.required");
        }
        return option(name, options, code);
    }

    private <T> T option(String name, T[] options, Function<T, String> code) {
        return entered.option(name, Arrays.asList(options), code);
    }
}
