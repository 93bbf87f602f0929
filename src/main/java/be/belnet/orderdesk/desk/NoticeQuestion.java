package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What somebody asks the notice calculator, as it stands in the address of the page or of the API.
 *
 * @param entered by name, without those left empty
 */
record NoticeQuestion(Map<String, String> entered) {
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
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String NO_DATE = "form.error.notADate";

    NoticeQuestion {
        entered = Map.copyOf(entered);
    }

    /** @param parameters others than those of a notice are left out */
    static NoticeQuestion of(Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                entered.put(name, value);
            }
        });
        return new NoticeQuestion(entered);
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.getOrDefault(name, "");
    }

    boolean isEmpty() {
        return entered.isEmpty();
    }

    static String code(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param brussels the day of a moment there
     * @throws AnswersRefusedException naming each value that is missing or makes no sense
     */
    Notice read(Function<Instant, LocalDate> brussels) {
        List<Refusal> refusals = new ArrayList<>();
        Service service = read(refusals, () -> required("service", Service.values(), Service::name));
        Phase phase = read(refusals, () -> required("state", Phase.values(), NoticeQuestion::code));
        Channel channel = read(refusals, () -> option("channel", Channel.values(), Channel::name));
        LocalDate contractStart = read(refusals, () -> contractStart(service));
        LocalDate trialEndsOn = read(refusals, () -> date("trialEndsOn"));
        LocalDate postedOn = read(refusals, () -> date("postedOn"));
        LocalDate receivedOn = read(refusals, () -> notified(brussels));
        LocalDate wish = read(refusals, () -> date("wish"));
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
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
        return date("contractStart");
    }

    /** The day on which notice came, by whichever of its names; none when it was posted only. */
    private LocalDate notified(Function<Instant, LocalDate> brussels) {
        String given = get("notifiedOn");
        if (given.contains("T")) {
            return brussels.apply(moment(given));
        }
        if (!given.isEmpty()) {
            return date("notifiedOn");
        }
        if (get("postedOn").isEmpty() && get("receivedOn").isEmpty()) {
            throw new AnswersRefusedException("notifiedOn", "form.error.required");
        }
        return date("receivedOn");
    }

    private static Instant moment(String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new AnswersRefusedException("notifiedOn", NO_DATE);
        }
    }

    private LocalDate date(String name) {
        try {
            return get(name).isEmpty() ? null : LocalDate.parse(matching(name));
        } catch (DateTimeParseException noSuchDay) {
            throw new AnswersRefusedException(name, NO_DATE);
        }
    }

    private String matching(String name) {
        if (!DATE.matcher(get(name)).matches()) {
            throw new AnswersRefusedException(name, NO_DATE);
        }
        return get(name);
    }

    private <T> T required(String name, T[] options, Function<T, String> code) {
        if (get(name).isEmpty()) {
            throw new AnswersRefusedException(name, "form.error.required");
        }
        return option(name, options, code);
    }

    private <T> T option(String name, T[] options, Function<T, String> code) {
        return get(name).isEmpty()
                ? null
                : Arrays.stream(options)
                        .filter(option -> code.apply(option).equalsIgnoreCase(get(name)))
                        .findFirst()
                        .orElseThrow(() -> new AnswersRefusedException(name, "form.error.notAnOption"));
    }

    private static <T> T read(List<Refusal> refusals, Supplier<T> value) {
        try {
            return value.get();
        } catch (AnswersRefusedException refused) {
            refusals.addAll(refused.refusals());
            return null;
        }
    }
}
