package be.belnet.orderdesk.desk;

import java.util.List;

/** What the notice calculator answers, in words. */
record NoticeView(
        boolean valid,
        String verdict,
        List<String> why,
        String notifiedOn,
        String countsFrom,
        String lastDayOfNotice,
        String lastDayOfService,
        String effectiveDate,
        List<Reading> others) {

    /** @param differs whether the service would end on another day */
    record Reading(String words, String lastDayOfService, boolean differs) {}
}
