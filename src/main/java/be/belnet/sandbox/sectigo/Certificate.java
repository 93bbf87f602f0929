package be.belnet.sandbox.sectigo;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A row of {@code sectigo_certificate}.
 *
 * @param term days
 * @param names comma separated, that of the subject first
 * @param customFields JSON array
 * @param readyAt when it is issued; null until it is approved
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
