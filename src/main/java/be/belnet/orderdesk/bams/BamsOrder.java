package be.belnet.orderdesk.bams;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What an order of mail security adds to its order file. Everything but the number and the count is null until its step
 * was taken.
 *
 * @param meetingAt in Brussels
 * @param invitationsSent so far; the next one has this sequence number
 * @param appointmentAt in Brussels
 * @param adviser user id
 * @param needs null until they were determined
 * @param promisedOn the day on which the customer may expect its appliance
 * @param throughDistributor the licence is bought through a distributor
 * @param registrationCode of a licence bought so
 * @param licenceSerial Fortinet's serial number
 */
public record BamsOrder(
        String number,
        String wishes,
        LocalDateTime meetingAt,
        String meetingPlace,
        int invitationsSent,
        String minutes,
        LocalDateTime appointmentAt,
        String adviser,
        String advice,
        Needs needs,
        LocalDate promisedOn,
        boolean throughDistributor,
        String registrationCode,
        String licenceSerial,
        String applianceId,
        String applianceAddress,
        LocalDate handedOverOn,
        LocalDate cutOverOn) {
    /** Last day of the trial; null when there is none, or before hand-over. */
    public LocalDate trialEndsOn() {
        return handedOverOn == null || needs.trialDays() == 0 ? null : handedOverOn.plusDays(needs.trialDays());
    }

    /** Mail domains that were determined. */
    List<String> domains() {
        return needs.domains().stream().map(ProtectedDomain::domain).toList();
    }
}
