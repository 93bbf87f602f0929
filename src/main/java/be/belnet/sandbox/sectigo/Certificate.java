package be.belnet.sandbox.sectigo;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A row of {@code sectigo_certificate}.
 *
 * @param term days
 * @param names comma separated, that of the subject first
 * @param customFields JSON array
 * @param readyAt when it is issued; null until it is approved
 * @param serialNumber hexadecimal in capitals without zeros before it; null until it is issued
 * @param certificate base64, null until it is issued
 */
record Certificate(
        int id,
        int orgId,
        int profileId,
        int term,
        String csr,
        String commonName,
        String names,
        String comments,
        String requester,
        String externalRequester,
        String customFields,
        String renewId,
        String status,
        Instant requestedAt,
        Instant approvedAt,
        Instant readyAt,
        Instant issuedAt,
        Instant expiresAt,
        Instant revokedAt,
        String serialNumber,
        String certificate) {

    static final String REQUESTED = "Requested";
    static final String DECLINED = "Declined";
    static final String APPLIED = "Applied";
    static final String ISSUED = "Issued";
    static final String REVOKED = "Revoked";
    static final String EXPIRED = "Expired";

    boolean is(String wanted) {
        return status.equals(wanted);
    }

    boolean inUse() {
        return is(REQUESTED) || is(APPLIED) || is(ISSUED);
    }

    List<String> nameList() {
        return List.of(names.split(","));
    }

    /** As lists and details show it: pairs of digits with colons between them; null until it is issued. */
    String serialBytes() {
        return serialNumber == null ? null : String.join(":", even(serialNumber).split("(?<=\\G..)"));
    }

    /** @param part of the serial number, with or without colons, in any case */
    boolean hasSerial(String part) {
        return serialNumber != null && even(serialNumber).contains(plain(part));
    }

    /** A serial number without its colons and the zeros before it. */
    static String plainSerial(String written) {
        return plain(written).replaceFirst("^0+", "");
    }

    private static String plain(String written) {
        return written.replace(":", "").strip().toUpperCase(Locale.ROOT);
    }

    private static String even(String digits) {
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** Null until it is issued. */
    X509Certificate issued() {
        return certificate == null ? null : Authority.read(Base64.getDecoder().decode(certificate));
    }

    /** The caller's own words for it, else its name. */
    String reference() {
        return comments == null ? commonName : comments;
    }

    /** Another one like it. */
    Certificate twin() {
        return new Certificate(
                id + 1_000_000,
                orgId,
                profileId,
                term,
                csr,
                commonName,
                names,
                comments,
                requester,
                externalRequester,
                customFields,
                renewId,
                status,
                requestedAt,
                approvedAt,
                readyAt,
                issuedAt,
                expiresAt,
                revokedAt,
                serialNumber,
                certificate);
    }
}
