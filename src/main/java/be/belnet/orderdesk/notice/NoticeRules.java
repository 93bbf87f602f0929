package be.belnet.orderdesk.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Judges notices by the settings in force. */
@Service
public class NoticeRules {
    private final NoticeProperties settings;

    NoticeRules(NoticeProperties settings) {
        this.settings = settings;
    }

    public Judgement judge(Notice notice) {
        return judge(notice, terms());
    }

    /** As {@link #judge(Notice)}, by what a case kept. */
    public Judgement judge(Notice notice, NoticeTerms terms) {
        return new NoticePeriod(notice, terms).judge();
    }

    /** Last day on which notice of a contract ends it on a certain 1 January, by what a case kept. */
    public LocalDate lastDayFor(LocalDate effectiveDate, NoticeTerms terms) {
        return terms.reading().lastDayFor(effectiveDate, terms.months());
    }

    /** The settings in force. */
    public NoticeTerms terms() {
        return settings.terms();
    }

    /** The day of a notice that came by electronic means, as the calendar in Belgium shows it. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(settings.zone()).toLocalDate();
    }
}
