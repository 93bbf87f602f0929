package be.belnet.orderdesk.correspondence;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes calendar invitations. */
@Component
public class Invitations {
    private static final Duration LENGTH = Duration.ofHours(1);

    private final MailWriter words;
    private final Clock clock;

    Invitations(MailWriter words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /**
     * An invitation to a meeting of one hour about an order, as RFC 5545 text in UTF-8; the method is REQUEST, or CANCEL
     * when cancelled. All invitations of one order are about the same event.
     *
     * @param start in Brussels
     * @param attendee its language is the invitation's
     * @param sequence 0 for the first, one more for each update
     */
    public Attachment event(
            String orderNumber,
            LocalDateTime start,
            String place,
            Recipient organiser,
            Recipient attendee,
            int sequence,
            boolean cancelled) {
        VEvent event = new VEvent(
                start.atZone(BRUSSELS), LENGTH, words.say("invitation.event", attendee.language(), orderNumber));
        event.add(new Uid("meeting-%s@orderdesk.belnet.be".formatted(orderNumber)))
                .add(new Sequence(sequence))
                .add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)
                .add(new Location(PlainText.line(place)))
                .add(new Organizer(parameters(new Cn(PlainText.line(organiser.name()))), mailto(organiser)))
                .add(attendee(attendee));
        event.replace(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        byte[] text = calendar(event, cancelled).toString().getBytes(StandardCharsets.UTF_8);
        return new Attachment("meeting.ics", "text/calendar", text, cancelled ? "CANCEL" : "REQUEST");
    }

    private static Calendar calendar(VEvent event, boolean cancelled) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Belnet//Orderdesk//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(brussels());
        calendar.add(event);
        return calendar;
    }

    private static VTimeZone brussels() {
        TimeZoneRegistry registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        return registry.getTimeZone(BRUSSELS.getId()).getVTimeZone();
    }

    private static Attendee attendee(Recipient attendee) {
        return new Attendee(
                parameters(
                        new Cn(PlainText.line(attendee.name())),
                        Role.REQ_PARTICIPANT,
                        PartStat.NEEDS_ACTION,
                        Rsvp.TRUE),
                mailto(attendee));
    }

    private static ParameterList parameters(Parameter... parameters) {
        return new ParameterList(List.of(parameters));
    }

    private static URI mailto(Recipient person) {
        try {
            return new URI("mailto", person.email(), null);
        } catch (URISyntaxException malformed) {
            throw new UnfitForMailException("email");
        }
    }
}
