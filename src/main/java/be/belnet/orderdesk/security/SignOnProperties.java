package be.belnet.orderdesk.security;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people and machines sign on; application.yaml says what each is for.
 *
 * @param issuer the OpenID provider, exactly as it names itself
 * @param audience what a machine's token must be meant for
 * @param userClaim which claim becomes the user's id here
 * @param groupsClaim the claim that lists groups, with dots where it lies within others
 * @param recheck age of the provider's latest word from which on it is asked again
 * @param trust age from which on its latest word counts no more
 */
@Validated
@ConfigurationProperties("orderdesk.sign-on")
record SignOnProperties(
        @NotNull Mode mode,
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("") String audience,
        @DefaultValue("sub") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Groups groups,
        @DefaultValue("PT2M") @NotNull Duration recheck,
        @DefaultValue("PT5M") @NotNull Duration trust,
        @DefaultValue BreakGlass breakGlass) {

    SignOnProperties {
        if (mode == Mode.OIDC) {
            given("issuer", issuer);
            given("client-id", clientId);
            given("client-secret", clientSecret);
            given("audience", audience);
            require(
                    !audience.equals(clientId),
                    "audience must differ from client-id, or people's ID tokens would open the API");
            require(!scopes.contains("offline_access"), "scopes must not ask for offline_access");
        }
        require(recheck.compareTo(trust) < 0, "recheck must be shorter than trust");
    }

    enum Mode {
        FORM,
        OIDC
    }

    /** For each of our groups, the provider's groups whose members belong to it. */
    record Groups(
            @DefaultValue List<String> serviceDesk,
            @DefaultValue List<String> customerRelations,
            @DefaultValue List<String> technicalAdvisers,
            @DefaultValue List<String> serviceOperations,
            @DefaultValue List<String> managers,
            @DefaultValue List<String> auditors,
            @DefaultValue List<String> administrators) {

        Map<StaffGroup, List<String>> byGroup() {
            Map<StaffGroup, List<String>> byGroup = new EnumMap<>(StaffGroup.class);
            byGroup.put(StaffGroup.SERVICE_DESK, serviceDesk);
            byGroup.put(StaffGroup.CUSTOMER_RELATIONS, customerRelations);
            byGroup.put(StaffGroup.TECHNICAL_ADVISERS, technicalAdvisers);
            byGroup.put(StaffGroup.SERVICE_OPERATIONS, serviceOperations);
            byGroup.put(StaffGroup.MANAGERS, managers);
            byGroup.put(StaffGroup.AUDITORS, auditors);
            byGroup.put(StaffGroup.ADMINISTRATORS, administrators);
            return byGroup;
        }
    }

    /** @param passwordHash made by bcrypt; empty where nobody may enter that way */
    record BreakGlass(@DefaultValue("") String passwordHash) {
        BreakGlass {
            require(
                    passwordHash.isEmpty() || passwordHash.matches("\\$2[aby]\\$(1\\d|2\\d|3[01])\\$[./A-Za-z0-9]{53}"),
                    "break-glass.password-hash must be one of bcrypt with a cost of 10 or more");
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "BreakGlass[]";
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "SignOnProperties[mode=%s, issuer=%s, clientId=%s]".formatted(mode, issuer, clientId);
    }

    private static void given(String setting, String value) {
        require(!value.isBlank(), setting + " is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("orderdesk.sign-on: " + otherwise);
        }
    }
}
