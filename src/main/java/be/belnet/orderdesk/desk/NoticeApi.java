package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.notice.Remark;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notice calculator for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class NoticeApi {
    private final NoticeRules rules;
    private final NoticeViews views;

    NoticeApi(NoticeRules rules, NoticeViews views) {
        this.rules = rules;
        this.views = views;
    }

    /** @param why in words, the rule first; {@code remarks} has the codes of what follows it */
    record NoticeResource(
            boolean valid,
            List<String> why,
            List<Remark> remarks,
            LocalDate notifiedOn,
            LocalDate countsFrom,
            LocalDate lastDayOfNotice,
            LocalDate lastDayOfService,
            LocalDate effectiveDate,
            int daysLate,
            List<ReadingResource> otherReadings) {}

    /** @param setting without the prefix that all of them share */
    record ReadingResource(
            String setting, String value, LocalDate lastDayOfService, LocalDate effectiveDate, boolean differs) {}

    @GetMapping("/api/notice")
    NoticeResource notice(@RequestParam Map<String, String> parameters, Locale locale) {
        Notice notice = NoticeQuestion.of(parameters).read(rules::dayOf);
        Judgement judgement = rules.judge(notice);
        return new NoticeResource(
                judgement.valid(),
                views.why(notice, judgement, locale),
                judgement.remarks(),
                judgement.notifiedOn(),
                judgement.countsFrom(),
                judgement.lastDayOfNotice(),
                judgement.lastDayOfService(),
                judgement.effectiveDate(),
                judgement.daysLate(),
                judgement.otherReadings().stream()
                        .map(other -> new ReadingResource(
                                other.setting(),
                                other.value(),
                                other.lastDayOfService(),
                                other.effectiveDate(),
                                other.differs()))
                        .toList());
    }
}
