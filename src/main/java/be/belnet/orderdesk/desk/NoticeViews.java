package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.NoticeView.Reading;
import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Judgement.OtherReading;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.notice.NoticeTerms;
import be.belnet.orderdesk.notice.Remark;
import be.belnet.orderdesk.time.WrittenDates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what a notice comes to, in words. */
@Component
class NoticeViews {
    private final NoticeRules rules;
    private final Wording wording;

    NoticeViews(NoticeRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    /** @throws be.belnet.orderdesk.workflow.AnswersRefusedException naming what is missing or makes no sense */
    NoticeView of(NoticeQuestion question, Locale locale) {
        Notice notice = question.read(rules::dayOf);
        Judgement judgement = rules.judge(notice);
        String lastDay = WrittenDates.day(judgement.lastDayOfService(), locale);
        return new NoticeView(
                judgement.valid(),
                wording.value(judgement.valid() ? "notice.valid" : "notice.invalid", locale, lastDay),
                why(notice, judgement, locale),
                WrittenDates.day(judgement.notifiedOn(), locale),
                WrittenDates.day(judgement.countsFrom(), locale),
                WrittenDates.day(judgement.lastDayOfNotice(), locale),
                lastDay,
                WrittenDates.day(judgement.effectiveDate(), locale),
                judgement.otherReadings().stream()
                        .map(other -> reading(other, locale))
                        .toList());
    }

    /** The rule that is followed, then all there is to say about this notice. */
    List<String> why(Notice notice, Judgement judgement, Locale locale) {
        return Stream.concat(
                        Stream.of(rule(notice, locale)),
                        judgement.remarks().stream().map(remark -> words(remark, judgement, locale)))
                .toList();
    }

    private String rule(Notice notice, Locale locale) {
        NoticeTerms terms = rules.terms();
        return notice.service() == Notice.Service.BAMS && notice.phase() == Phase.TRIAL
                ? wording.value("notice.rule.trial", locale, terms.trialDays())
                : wording.value("notice.rule." + terms.reading().name(), locale, terms.months());
    }

    private String words(Remark remark, Judgement judgement, Locale locale) {
        return wording.value(
                "notice.remark." + remark.name(),
                locale,
                WrittenDates.day(judgement.countsFrom(), locale),
                judgement.daysLate());
    }

    private Reading reading(OtherReading other, Locale locale) {
        return new Reading(
                wording.value(
                        "notice.reading." + other.value(), locale, rules.terms().months()),
                WrittenDates.day(other.lastDayOfService(), locale),
                other.differs());
    }
}
