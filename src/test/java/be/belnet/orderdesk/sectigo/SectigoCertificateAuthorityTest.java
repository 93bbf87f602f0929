package be.belnet.orderdesk.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.OrganisationRequest;
import be.belnet.orderdesk.dcs.OrganisationValidation.State;
import be.belnet.orderdesk.dcs.RegisteredDomain.Delegation;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.sectigo.SectigoCaller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SectigoCertificateAuthorityTest {
    private static final OrganisationIdentity SCHOOL =
            new OrganisationIdentity("NSOL", "École du réseau", "0123456789");
    private static final Domain DOMAIN = new Domain("nsol.example");
    private static final AdministratorInvitation INVITATION =
            new AdministratorInvitation("Certificate", "Administrator", "pki@nsol.example", "+32 2 1", "fr");

    private static PartnerWorld world;
    private static CertificateAuthority sectigo;
    private static SectigoCaller scm;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        sectigo = world.bean(CertificateAuthority.class);
        scm = SectigoCaller.network(world.sandbox());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void organisationMadeTwiceIsOne() {
        assertThat(sectigo.findOrganisation(SCHOOL)).isEmpty();
        var first = sectigo.createOrganisation(request(SCHOOL));

        assertThat(sectigo.createOrganisation(request(SCHOOL))).isEqualTo(first);
        assertThat(sectigo.findOrganisation(new OrganisationIdentity("NSOL", " école du RÉSEAU ", null)))
                .contains(first);
        assertThat(effects("organisation created")).isOne();
        assertThat(scm.<String>read("organization/v1/" + first.id(), "$.alias")).isEqualTo("NSOL");
        assertThat(scm.<String>read("organization/v1/" + first.id(), "$.city")).isEqualTo("Namur");
    }

    @Test
    void organisationMadeByHandIsTaken() {
        var byHand = scm.organisation("école du réseau");

        assertThat(sectigo.createOrganisation(request(SCHOOL)).id()).isEqualTo(String.valueOf(byHand));
        assertThat(effects("organisation created")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "129, 9, 5, name",
        "9, 129, 5, street",
        "9, 9, 11, postcode",
        "9, 9, 0, postcode",
    })
    void organisationThatDoesNotFitNeedsAPerson(int name, int street, int postcode, String what) {
        var identity = new OrganisationIdentity("NSOL", "n".repeat(name), null);
        var request = new OrganisationRequest(identity, "s".repeat(street), "p".repeat(postcode), "Namur", "BE");

        assertThatThrownBy(() -> sectigo.createOrganisation(request))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining(what);
        assertThat(effects("organisation created")).isZero();
    }

    @Test
    void validationComesAfterAWhile() {
        try (var slow = PartnerWorld.start("--sandbox.sectigo.organisation-time=1h")) {
            var there = slow.bean(CertificateAuthority.class);
            var id = there.createOrganisation(request(SCHOOL)).id();
            assertThat(there.validation(id))
                    .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo(State.PENDING));
        }
        var id = sectigo.createOrganisation(request(SCHOOL)).id();
        await().until(() -> sectigo.validation(id).orElseThrow().state(), State.VALIDATED::equals);
        assertThat(sectigo.validation(id).orElseThrow().validUntil())
                .isAfter(LocalDate.now().plusDays(300));
    }

    @Test
    void validationThatHasRunOutIsToBeDoneOnceMore() {
        var id = sectigo.createOrganisation(request(SCHOOL)).id();
        await().until(() -> sectigo.validation(id).orElseThrow().state(), State.VALIDATED::equals);
        sql("update sectigo_organisation set validated_at = dateadd(day, -400, validated_at)");

        assertThat(sectigo.validation(id).orElseThrow().state()).isEqualTo(State.PENDING);
    }

    @Test
    void refusedOrganisationIsToldFromOneThatWaits() {
        var id = sectigo.createOrganisation(request(SCHOOL)).id();
        sql("update sectigo_organisation set refused = true, validated_at = null");

        assertThat(sectigo.validation(id).orElseThrow().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void organisationThatIsGoneIsNotKnown() {
        assertThat(sectigo.validation("999")).isEmpty();
    }

    @Test
    void domainAddedTwiceIsOne() {
        var organisation = organisation();
        assertThat(sectigo.findDomain(organisation, DOMAIN)).isEmpty();
        var first = sectigo.addDomain(organisation, DOMAIN);

        assertThat(first.isDelegated()).isTrue();
        assertThat(sectigo.addDomain(organisation, DOMAIN)).isEqualTo(first);
        assertThat(sectigo.findDomain(organisation, DOMAIN)).contains(first);
        assertThat(effects("domain created")).isOne();
        assertThat(effects("delegation made")).isOne();
    }

    @Test
    void domainIsToldFromThoseWhoseNamesHoldItsName() {
        var organisation = organisation();
        sectigo.addDomain(organisation, new Domain("my-nsol.example"));
        sectigo.addDomain(organisation, DOMAIN.wildcard());

        assertThat(sectigo.findDomain(organisation, DOMAIN)).isEmpty();
        assertThat(sectigo.findDomain(organisation, DOMAIN.wildcard())).isPresent();
    }

    @Test
    void domainIsFoundBehindTheFirstPage() {
        var organisation = organisation();
        sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                + " select 'd' || x || '.nsol.example', true, now(), 'NOT_INITIATED', false from system_range(1, 400)");
        var added = sectigo.addDomain(organisation, DOMAIN);

        assertThat(sectigo.findDomain(organisation, DOMAIN)).contains(added);
        assertThat(effects("domain created")).isOne();
    }

    @Test
    void delegationTheCustomerAskedForIsApproved() {
        var organisation = organisation();
        SectigoCaller.organisation(world.sandbox()).domain("nsol.example", Integer.parseInt(organisation));
        assertThat(sectigo.findDomain(organisation, DOMAIN).orElseThrow().delegation())
                .isEqualTo(Delegation.REQUESTED);

        assertThat(sectigo.addDomain(organisation, DOMAIN).isDelegated()).isTrue();
        assertThat(effects("delegation approved")).isOne();
    }

    @Test
    void domainOfAnotherOrganisationIsRefused() {
        var other = String.valueOf(scm.organisation("Other School"));
        var organisation = organisation();
        sectigo.addDomain(other, DOMAIN);

        for (var wanted : List.of(DOMAIN, DOMAIN.wildcard())) {
            assertThatThrownBy(() -> sectigo.addDomain(organisation, wanted))
                    .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("delegated"));
        }
        assertThat(sectigo.findDomain(organisation, DOMAIN).orElseThrow().delegation())
                .isEqualTo(Delegation.NONE);
        assertThat(effects("delegation made")).isOne();
    }

    @Test
    void removedTwiceItIsRemovedOnceAndMayComeBack() {
        var organisation = organisation();
        sectigo.addDomain(organisation, DOMAIN);
        sectigo.removeDomain(organisation, DOMAIN);
        sectigo.removeDomain(organisation, DOMAIN);
        sectigo.removeDomain(organisation, new Domain("never.example"));

        assertThat(effects("delegation removed")).isOne();
        assertThat(sectigo.addDomain(organisation, DOMAIN).isDelegated()).isTrue();
        assertThat(effects("domain created")).isOne();
    }

    @Test
    void domainOfAnotherOrganisationIsNotRemoved() {
        var other = String.valueOf(scm.organisation("Other School"));
        sectigo.addDomain(other, DOMAIN);
        sectigo.removeDomain(organisation(), DOMAIN);

        assertThat(sectigo.findDomain(other, DOMAIN).orElseThrow().isDelegated())
                .isTrue();
    }

    @Test
    void administratorInvitedTwiceIsOne() {
        var organisation = organisation();
        assertThat(sectigo.findAdministrator(organisation, INVITATION.email())).isEmpty();
        var first = sectigo.inviteAdministrator(organisation, INVITATION);

        assertThat(sectigo.inviteAdministrator(organisation, INVITATION)).isEqualTo(first);
        assertThat(sectigo.findAdministrator(organisation, "PKI@nsol.example")).contains(first);
        assertThat(effects("administrator created")).isOne();
        assertThat(effects("administrator changed")).isZero();
        assertThat(scm.<String>read("admin/v1/" + first.id(), "$.phone")).isEqualTo("+32 2 1");
    }

    @Test
    void administratorOfTwoOrganisationsHasOneAccount() {
        var other = String.valueOf(scm.organisation("Other School"));
        var organisation = organisation();
        var account = sectigo.inviteAdministrator(other, INVITATION);
        assertThat(sectigo.findAdministrator(organisation, INVITATION.email())).isEmpty();

        assertThat(sectigo.inviteAdministrator(organisation, INVITATION)).isEqualTo(account);
        assertThat(sectigo.findAdministrator(other, INVITATION.email())).contains(account);
        sectigo.removeAdministrator(other, account.id());
        assertThat(sectigo.findAdministrator(other, INVITATION.email())).isEmpty();
        assertThat(sectigo.findAdministrator(organisation, INVITATION.email())).contains(account);
        sectigo.removeAdministrator(organisation, account.id());
        sectigo.removeAdministrator(organisation, account.id());
        assertThat(effects("administrator deleted")).isOne();
    }

    /** Both read the account before either writes; the later would write back what it read. */
    @Test
    void administratorOfTwoOrganisationsAtOnceManagesBoth() {
        var organisation = organisation();
        var other = String.valueOf(scm.organisation("Other School"));
        var third = String.valueOf(scm.organisation("Third School"));
        var account = sectigo.inviteAdministrator(third, INVITATION);
        var refused = new ArrayList<PartnerBusyException>();

        meanwhile(() -> later(refused, () -> sectigo.inviteAdministrator(other, INVITATION)))
                .inviteAdministrator(organisation, INVITATION);
        if (!refused.isEmpty()) {
            sectigo.inviteAdministrator(other, INVITATION);
        }
        assertThat(List.of(organisation, other, third))
                .allSatisfy(one -> assertThat(sectigo.findAdministrator(one, INVITATION.email()))
                        .contains(account));
    }

    @Test
    void accountIsNotEndedJustAfterAnotherOrganisationGotIt() {
        var organisation = organisation();
        var other = String.valueOf(scm.organisation("Other School"));
        var account = sectigo.inviteAdministrator(organisation, INVITATION);
        var refused = new ArrayList<PartnerBusyException>();

        meanwhile(() -> later(refused, () -> sectigo.inviteAdministrator(other, INVITATION)))
                .removeAdministrator(organisation, account.id());
        if (!refused.isEmpty()) {
            sectigo.inviteAdministrator(other, INVITATION);
        }
        assertThat(sectigo.findAdministrator(other, INVITATION.email())).isPresent();
        assertThat(sectigo.findAdministrator(organisation, INVITATION.email())).isEmpty();
    }

    @Test
    void leaseOfAnAccountNamesNobody() {
        var other = String.valueOf(scm.organisation("Other School"));
        var third = String.valueOf(scm.organisation("Third School"));
        sectigo.inviteAdministrator(organisation(), INVITATION);
        var refused = new ArrayList<PartnerBusyException>();

        meanwhile(() -> later(refused, () -> sectigo.inviteAdministrator(third, INVITATION)))
                .inviteAdministrator(other, INVITATION);
        assertThat(refused).singleElement().satisfies(busy -> assertThat(busy.getMessage())
                .doesNotContainIgnoringCase("nsol"));
    }

    private static void later(List<PartnerBusyException> refused, Runnable change) {
        try {
            change.run();
        } catch (PartnerBusyException busy) {
            refused.add(busy);
        }
    }

    /** Another node, on which something happens once it has read an account and before it writes it. */
    private static CertificateAuthority meanwhile(Runnable event) {
        return BetweenReadAndWrite.of(sectigo, event);
    }

    @Test
    void refusalOfAnAccountNamesNobody() {
        var organisation = organisation();
        world.sandbox().put("/api/faults/sectigo", "{\"fault\":\"refusal\",\"message\":\"pki@nsol.example is known\"}");

        assertThatThrownBy(() -> sectigo.inviteAdministrator(organisation, INVITATION))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("-3")
                .hasMessageNotContaining("pki");
    }

    @Test
    void wrongPasswordNeedsAPerson() {
        var strangers = world.seenWith("--orderdesk.sectigo.password=wrong");

        assertThatThrownBy(() -> strangers.bean(CertificateAuthority.class).findOrganisation(SCHOOL))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("-16")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void numberOfAnotherAuthorityIsRefused() {
        assertThatThrownBy(() -> sectigo.addDomain("6f2c-uuid", DOMAIN)).isInstanceOf(PartnerRefusedException.class);
        assertThat(world.sandbox().bean(Ledger.class).countCalls()).isZero();
    }

    private static String organisation() {
        return sectigo.createOrganisation(request(SCHOOL)).id();
    }

    static OrganisationRequest request(OrganisationIdentity identity) {
        return new OrganisationRequest(identity, "Rue de l'École 1", "5000", "Namur", "BE");
    }

    private static long effects(String kind) {
        return world.sandbox().bean(Ledger.class).effects("sectigo", null).stream()
                .map(Effect::kind)
                .filter(kind::equals)
                .count();
    }

    private static void sql(String statement) {
        world.sandbox().bean(JdbcClient.class).sql(statement).update();
    }
}
