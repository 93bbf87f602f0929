package be.belnet.orderdesk.reconciliation;

import java.util.Arrays;

/** How our rows and a partner's listing can differ. */
public enum DifferenceKind {
    /** A licence runs that nobody uses. */
    LICENCE_WITHOUT_CUSTOMER("licenceWithoutCustomer"),
    /** A customer's licence is unknown to the partner, or has ended there. */
    CUSTOMER_WITHOUT_LICENCE("customerWithoutLicence"),
    LICENCE_END_DIFFERS("licenceEndDiffers"),
    /** A licence runs on although its service has ended. */
    LICENCE_AFTER_END("licenceAfterEnd"),
    APPLIANCE_GONE("applianceGone"),
    /** It is there and does not run, although the service goes on. */
    APPLIANCE_STOPPED("applianceStopped"),
    APPLIANCE_WITHOUT_CUSTOMER("applianceWithoutCustomer"),
    /** It is still there although the service has ended and nothing is to be done about it any more. */
    APPLIANCE_AFTER_END("applianceAfterEnd"),
    DOMAIN_AFTER_END("domainAfterEnd"),
    DOMAIN_NOT_DELEGATED("domainNotDelegated"),
    /** The authority does not know the organisation of a customer. */
    ORGANISATION_UNKNOWN("organisationUnknown"),
    ORGANISATION_WITHOUT_CUSTOMER("organisationWithoutCustomer"),
    /** The authority does not know the account that an order had made for its customer. */
    ADMINISTRATOR_UNKNOWN("administratorUnknown"),
    /** So much of a listing differs that the listing itself is not to be trusted. */
    LISTING_DOUBTFUL("listingDoubtful");

    private final String code;

    DifferenceKind(String code) {
        this.code = code;
    }

    /** As the database, texts and the API write it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind has this code */
    public static DifferenceKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of difference: " + code));
    }
}
