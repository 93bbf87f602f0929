package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.dcs.DomainValidation.State;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ports promise, kept by each certificate authority, and which of them is in force. */
class AuthoritiesTest {
    private static final OrganisationIdentity SCHOOL = new OrganisationIdentity("NSOL", "Network School", "0123456789");
    private static final Domain DOMAIN = new Domain("nsol.example");

    private static PartnerWorld world;

    /** Does not wait for answers that are held. */
    private static PartnerWorld hasty;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        hasty = world.seenWith(
                "--orderdesk.sectigo.connection.read-timeout=2s", "--orderdesk.harica.connection.read-timeout=2s");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void organisationMadeTwiceIsOne(String name) {
        var authority = authority(world, name);
        assertThat(authority.findOrganisation(SCHOOL)).isEmpty();
        var first = authority.createOrganisation(request(SCHOOL, DOMAIN));

        assertThat(authority.createOrganisation(request(SCHOOL, DOMAIN))).isEqualTo(first);
        assertThat(authority.findOrganisation(new OrganisationIdentity("nsol", " network SCHOOL ", null)))
                .map(RegisteredOrganisation::id)
                .contains(first.id());
        assertThat(created(name)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void organisationIsValidatedAfterAWhile(String name) {
        var authority = authority(world, name);
        assertThat(authority.validation("999")).isEmpty();
        var id = authority.createOrganisation(request(SCHOOL, DOMAIN)).id();

        await().until(
                        () -> authority.validation(id).orElseThrow().state(),
                        OrganisationValidation.State.VALIDATED::equals);
        assertThat(authority.validation(id).orElseThrow().validUntil()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void domainBelongsToOneOrganisation(String name) {
        var authority = authority(world, name);
        var school = authority.createOrganisation(request(SCHOOL, DOMAIN)).id();
        assertThat(authority.addDomain(school, DOMAIN).isDelegated()).isTrue();
        assertThat(authority.addDomain(school, DOMAIN))
                .isEqualTo(authority.findDomain(school, DOMAIN).orElseThrow());
        var other = authority
                .createOrganisation(request(
                        new OrganisationIdentity("OTHR", "Other School", "0987654321"), new Domain("othr.example")))
                .id();

        assertThat(authority.findDomain(other, DOMAIN).orElseThrow().isDelegated())
                .isFalse();
        for (var wanted : List.of(DOMAIN, DOMAIN.wildcard())) {
            assertThatThrownBy(() -> authority.addDomain(other, wanted))
                    .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("delegated"));
        }
        authority.removeDomain(other, DOMAIN);
        assertThat(authority.findDomain(school, DOMAIN).orElseThrow().isDelegated())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void organisationsAndWhatTheyUseAreListed(String name) {
        var authority = authority(world, name);
        var school = authority.createOrganisation(request(SCHOOL, DOMAIN)).id();
        var other = authority
                .createOrganisation(request(
                        new OrganisationIdentity("OTHR", "Other School", "0987654321"), new Domain("othr.example")))
                .id();
        authority.addDomain(school, DOMAIN);

        assertThat(authority.organisations())
                .extracting(RegisteredOrganisation::id)
                .containsExactlyInAnyOrder(school, other);
        assertThat(authority.delegated(Set.of(school))).containsExactly(Map.entry(school, Set.of(DOMAIN)));
        assertThat(authority.delegated(Set.of())).isEmpty();
        assertThat(authority.changesDomains()).isEqualTo(name.equals("sectigo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void validationIsStartedWithoutAChallengeWhereTheContactGetsIt(String name) {
        var authority = authority(world, name);
        var validations = validations(name);
        authority.addDomain(
                authority.createOrganisation(request(SCHOOL, DOMAIN)).id(), DOMAIN);
        assertThat(validations.find(DOMAIN).orElseThrow().state()).isEqualTo(State.NOT_VALIDATED);
        assertThat(validations.methods(true)).contains(ValidationMethod.TXT);
        var first = validations.start(DOMAIN.wildcard(), ValidationMethod.TXT);

        assertThat(validations.start(DOMAIN, ValidationMethod.TXT)).isEqualTo(first);
        assertThat(validations.submit(DOMAIN, ValidationMethod.TXT, null).next())
                .isEqualTo(ValidationStep.Next.WAIT_FOR_CA);
        assertThat(validations.page(0).validations())
                .extracting(DomainValidation::domain)
                .contains(DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void unknownDomainIsRefused(String name) {
        var unknown = new Domain("unknown.example");

        assertThat(validations(name).find(unknown)).isEmpty();
        assertThatThrownBy(() -> validations(name).start(unknown, ValidationMethod.TXT))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("unknown.example");
        validations(name).abandon(unknown);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            sectigo | {'fault':'timeOutBefore','seconds':4,'times':1} | OutcomeUnknownException
            harica  | {'fault':'timeOutBefore','seconds':4,'times':1} | OutcomeUnknownException
            sectigo | {'fault':'timeOutAfter','seconds':4,'times':1}  | OutcomeUnknownException
            harica  | {'fault':'timeOutAfter','seconds':4,'times':1}  | OutcomeUnknownException
            sectigo | {'fault':'failAfter','times':1}                 | OutcomeUnknownException
            harica  | {'fault':'failAfter','times':1}                 | OutcomeUnknownException
            harica  | {'fault':'failBefore','times':1}                | OutcomeUnknownException
            harica  | {'fault':'failAfter','status':503,'times':1}    | PartnerUnavailableException
            sectigo | {'fault':'reset','times':1}                     | OutcomeUnknownException
            harica  | {'fault':'reset','times':1}                     | OutcomeUnknownException
            sectigo | {'fault':'malformed','times':1}                 | OutcomeUnknownException
            harica  | {'fault':'malformed','times':1}                 | OutcomeUnknownException
            harica  | {'fault':'tooMany','calls':'changes','times':1} | PartnerBusyException
            harica  | {'fault':'refusal','times':1}                   | PartnerRefusedException
            """)
    void lostOrRefusedCreationMakesOneInTheEnd(String name, String fault, String expected) {
        var node = fault.contains("seconds") ? hasty : world;
        assertThat(authority(node, name).findOrganisation(SCHOOL)).isEmpty();
        on(name, fault);
        assertThatThrownBy(() -> authority(node, name).createOrganisation(request(SCHOOL, DOMAIN)))
                .satisfies(thrown -> assertThat(thrown.getClass().getSimpleName())
                        .as(thrown.getMessage())
                        .isEqualTo(expected));
        world.sandbox().delete("/api/faults/" + name);
        var made = authority(world, name).createOrganisation(request(SCHOOL, DOMAIN));

        assertThat(created(name)).isOne();
        assertThat(authority(world, name).findOrganisation(SCHOOL)).contains(made);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            sectigo | {'fault':'malformed','calls':'reads'}
            harica  | {'fault':'malformed','calls':'reads'}
            harica  | {'fault':'failBefore','calls':'reads'}
            harica  | {'fault':'reset','calls':'reads'}
            harica  | {'fault':'timeOutAfter','calls':'reads','seconds':4}
            """)
    void lookUpThatFailsLeavesNothingBehind(String name, String fault) {
        on(name, fault);

        assertThatThrownBy(() -> authority(hasty, name).createOrganisation(request(SCHOOL, DOMAIN)))
                .isInstanceOf(PartnerUnavailableException.class);
        assertThat(created(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void twoOfOneNameNeedAPerson(String name) {
        authority(world, name).createOrganisation(request(SCHOOL, DOMAIN));
        on(name, "{'fault':'twoObjects'}");

        assertThatThrownBy(() -> authority(world, name).findOrganisation(SCHOOL))
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("twoObjects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectigo", "harica"})
    void settingChoosesTheAuthorityAndLeavesTheOther(String name) {
        var chosen = world.seenWith("--orderdesk.dcs.authority=" + name);

        assertThat(chosen.bean(CertificateAuthority.class)).isSameAs(authority(chosen, name));
        assertThat(chosen.bean(DomainValidations.class))
                .isSameAs(chosen.bean(name + "DomainValidations", DomainValidations.class));
        assertThat(List.of(
                        authority(chosen, "sectigo").name(),
                        authority(chosen, "harica").name()))
                .containsExactly("Sectigo", "HARICA");
    }

    @Test
    void authorityThatIsNotThereKeepsTheApplicationFromStarting() {
        assertThatThrownBy(() -> world.seenWith("--orderdesk.dcs.authority=digicert"))
                .hasMessageContaining("orderdesk.dcs.authority: 'digicert' is none of harica, sectigo");
    }

    private static CertificateAuthority authority(PartnerWorld node, String name) {
        return node.bean(name + "CertificateAuthority", CertificateAuthority.class);
    }

    private static DomainValidations validations(String name) {
        return world.bean(name + "DomainValidations", DomainValidations.class);
    }

    private static OrganisationRequest request(OrganisationIdentity identity, Domain primaryDomain) {
        return new OrganisationRequest(identity, "Rue de l'École 1", "5000", "Namur", "BE", primaryDomain);
    }

    private static void on(String name, String fault) {
        assertThat(world.sandbox()
                        .put("/api/faults/" + name, fault.replace('\'', '"'))
                        .statusCode())
                .isEqualTo(200);
    }

    private static long created(String name) {
        return world.sandbox().bean(Ledger.class).effects(name, null).stream()
                .map(Effect::kind)
                .filter(kind -> kind.equals("organisation created") || kind.equals("enterprise created"))
                .count();
    }
}
