package be.belnet.orderdesk.subscription;

import java.time.LocalDate;

/**
 * What partners know a subscription by; all may be null.
 *
 * @param licenceSerial Fortinet's serial number
 * @param licenceEndsOn last day of the licence, as Fortinet said last
 * @param applianceId the host's
 * @param authority the certificate authority's adapter, such as sectigo
 * @param organisationId that authority's
 */
public record PartnerReferences(
        String licenceSerial, LocalDate licenceEndsOn, String applianceId, String authority, String organisationId) {
    public static final PartnerReferences NONE = new PartnerReferences(null, null, null, null, null);

    public static PartnerReferences appliance(String licenceSerial, String applianceId) {
        return new PartnerReferences(licenceSerial, null, applianceId, null, null);
    }

    public static PartnerReferences organisation(String authority, String organisationId) {
        return new PartnerReferences(null, null, null, authority, organisationId);
    }
}
