package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.notice.Judgement.OtherReading;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Notices as tests give them, and the settings that Orderdesk comes with. */
final class Notices {
    static final NoticeProperties SETTINGS = new NoticeProperties(
            new NoticeProperties.Contract(ContractReading.STRICT, 3),
            new NoticeProperties.Dcs(FirstYear.NOTICE_FROM_ANNIVERSARY),
            new NoticeProperties.Notification(NotificationDate.RECEIVED),
            new NoticeProperties.Trial(5),
            new NoticeProperties.WorkingDay(false, List.of()),
            ZoneId.of("Europe/Brussels"));

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 5, 10);

    private Notices() {}

    static Notice contract(LocalDate notifiedOn) {
        return letter(null, notifiedOn);
    }

    static Notice letter(LocalDate postedOn, LocalDate receivedOn) {
        return new Notice(
                Service.BAMS, Phase.CONTRACT, Channel.REGISTERED_LETTER, null, null, postedOn, receivedOn, null);
    }

    static Notice certificates(LocalDate contractStart, LocalDate notifiedOn) {
        return new Notice(
                Service.DCS, Phase.CONTRACT, Channel.REGISTERED_LETTER, contractStart, null, null, notifiedOn, null);
    }

    /** Of mail security, whose contract has no first year to pass. */
    static Notice contractFrom(LocalDate contractStart, LocalDate notifiedOn) {
        return new Notice(
                Service.BAMS, Phase.CONTRACT, Channel.REGISTERED_LETTER, contractStart, null, null, notifiedOn, null);
    }

    static Notice trial(LocalDate notifiedOn, LocalDate trialEndsOn) {
        return new Notice(Service.BAMS, Phase.TRIAL, Channel.MAIL, null, trialEndsOn, null, notifiedOn, null);
    }

    static Notice by(Channel channel, Phase phase) {
        return new Notice(Service.BAMS, phase, channel, null, null, null, SOME_DAY, null);
    }

    static Notice wishing(Notice notice, LocalDate wish) {
        return new Notice(
                notice.service(),
                notice.phase(),
                notice.channel(),
                notice.contractStart(),
                notice.trialEndsOn(),
                notice.postedOn(),
                notice.receivedOn(),
                wish);
    }

    /** When the service would end with another value of a setting. */
    static LocalDate other(Judgement judgement, String value) {
        return judgement.otherReadings().stream()
                .filter(other -> other.value().equals(value))
                .map(OtherReading::effectiveDate)
                .findFirst()
                .orElseThrow();
    }
}
