package be.belnet.sandbox.sectigo;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Certificate Manager behaves.
 *
 * @param login of the network's own administrator (MRAO)
 * @param organisationLogin of an administrator of organisations (RAO), with the same password: delegations and
 *     certificates that it asks for wait for the MRAO
 * @param uniqueOrganisations whether a second organisation of the same name is refused; nothing says that it is
 * @param organisationTime until a new organisation is validated
 * @param checkTime from the submission of a validation to its first check, and from each check to the next
 * @param patience from the submission of a validation until it is rejected
 * @param wildcardTime how long entries that have no validation of their own lag behind their domain
 * @param validationLife how long a validation is good for
 * @param issueTime from the approval of a certificate until it is there
 * @param mandatoryCustomFields names of fields that every enrolment must hold
 * @param labels whether statuses of validations are sent as {@code Not validated} instead of {@code NOT_VALIDATED}
 */
@ConfigurationProperties("sandbox.sectigo")
record SectigoSettings(
        @DefaultValue("u") String login,
        @DefaultValue("rao") String organisationLogin,
        @DefaultValue("p") String password,
        @DefaultValue("belnet") String customerUri,
        @DefaultValue("false") boolean uniqueOrganisations,
        @DefaultValue("5s") Duration organisationTime,
        @DefaultValue("5s") Duration checkTime,
        @DefaultValue("30d") Duration patience,
        @DefaultValue("5s") Duration wildcardTime,
        @DefaultValue("198d") Duration validationLife,
        @DefaultValue("3s") Duration issueTime,
        @DefaultValue({}) List<String> mandatoryCustomFields,
        @DefaultValue("false") boolean labels) {}
