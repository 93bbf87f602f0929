package be.belnet.sandbox.harica;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How CertManager behaves.
 *
 * @param email of the account of the network (Enterprise Manager)
 * @param approverEmail of another account with the same password, for what needs a second person
 * @param totpSeed Base32; empty where its log-in asks for no second factor
 * @param sessionTime how long a log-in lasts
 * @param quotedTokens whether a log-in is answered with its token in quotes
 * @param checkTime from the creation of an enterprise until its basic check is done
 * @param organisationTime from the basic check until the organisation is validated
 * @param lookTime from a mail about a domain to the first look at what the domain publishes, and from each to the next
 * @param validationLife how long the validation of a domain is good for
 */
@ConfigurationProperties("sandbox.harica")
record HaricaSettings(
        @DefaultValue("manager@belnet.example") String email,
        @DefaultValue("approver@belnet.example") String approverEmail,
        @DefaultValue("p") String password,
        @DefaultValue("") String totpSeed,
        @DefaultValue("1h") Duration sessionTime,
        @DefaultValue("false") boolean quotedTokens,
        @DefaultValue("2s") Duration checkTime,
        @DefaultValue("5s") Duration organisationTime,
        @DefaultValue("5s") Duration lookTime,
        @DefaultValue("365d") Duration validationLife) {}
