package be.belnet.orderdesk.harica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.OrganisationRequest;
import be.belnet.orderdesk.dcs.OrganisationValidation;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.harica.HaricaCaller;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaricaCertificateAuthorityTest {
    private static final OrganisationIdentity SCHOOL = new OrganisationIdentity("NSOL", "Network School", "0123456789");
    private static final Domain DOMAIN = new Domain("nsol.example");
    private static final Domain SECOND = new Domain("second.example");

    private static PartnerWorld world;
    private static CertificateAuthority harica;

    private HaricaCaller people;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        harica = world.bean("haricaCertificateAuthority", CertificateAuthority.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
        people = HaricaCaller.network(world.sandbox());
    }

    @Test
    void enterpriseMadeByHandIsTaken() {
        var byHand = people.enterprise("network school", "nsol.example");

        assertThat(harica.createOrganisation(request(SCHOOL, DOMAIN)).id()).isEqualTo(byHand);
        assertThat(effects("enterprise created")).isOne();
    }

    @Test
    void enterpriseWithoutDomainsIsFoundByItsAlias() {
        var id = harica.createOrganisation(request(SCHOOL, DOMAIN)).id();
        world.sandbox().delete("/api/harica/domains?domain=nsol.example");

        assertThat(harica.createOrganisation(request(SCHOOL, DOMAIN)).id()).isEqualTo(id);
        assertThat(harica.validation(id)).contains(OrganisationValidation.pending());
        assertThat(effects("enterprise created")).isOne();
    }

    @Test
    void enterpriseIsToldFromOthers() {
        people.enterprise("Network School of Namur", "namur.example");

        assertThat(harica.findOrganisation(SCHOOL)).isEmpty();
    }

    @Test
    void whatHaricaNeedsIsAskedForBeforeItIsCalled() {
        refused("lacks", () -> harica.createOrganisation(request(SCHOOL, null)));
        refused(
                "lacks",
                () -> harica.createOrganisation(
                        request(new OrganisationIdentity("NSOL", "Network School", null), DOMAIN)));
        assertThat(effects("enterprise created")).isZero();
    }

    @Test
    void lateListsMakeNothingTwice() {
        harica.createOrganisation(request(SCHOOL, DOMAIN));
        world.sandbox().put("/api/faults/harica", "{\"fault\":\"lateLookUp\",\"seconds\":3600}");

        assertThatThrownBy(() -> harica.createOrganisation(request(SCHOOL, DOMAIN)))
                .isInstanceOf(PartnerException.class);
        assertThat(effects("enterprise created")).isOne();
    }

    @Test
    void lookUpWhoseConnectionBreaksIsRepeatedAtOnce() {
        world.sandbox()
                .put("/api/faults/harica", "{\"fault\":\"reset\",\"calls\":\"reads\",\"times\":1,\"path\":\"Groups\"}");

        assertThat(harica.findOrganisation(SCHOOL)).isEmpty();
        assertThat(world.sandbox().get("/api/faults").body()).isEqualTo("[]");
    }

    @Test
    void organisationValidationThatHasRunOutIsPending() {
        var id = harica.createOrganisation(request(SCHOOL, DOMAIN)).id();
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update harica_enterprise set checked_at = now(), validated_at = dateadd(day, -400, now())")
                .update();

        assertThat(harica.validation(id)).contains(OrganisationValidation.pending());
    }

    @Test
    void domainsAreAddedAndRemovedByHandAndThenTaken() {
        var id = harica.createOrganisation(request(SCHOOL, DOMAIN)).id();
        refused("byHand", () -> harica.addDomain(id, SECOND));
        people.addByHand("Network School", "second.example");
        assertThat(harica.addDomain(id, SECOND).isDelegated()).isTrue();

        refused("byHand", () -> harica.removeDomain(id, SECOND));
        world.sandbox().delete("/api/harica/domains?domain=second.example");
        harica.removeDomain(id, SECOND);
        assertThat(harica.findDomain(id, SECOND)).isEmpty();
    }

    @Test
    void wildcardStandsForItsDomain() {
        var id = harica.createOrganisation(request(SCHOOL, DOMAIN.wildcard())).id();
        var wildcard = harica.addDomain(id, DOMAIN.wildcard());

        assertThat(wildcard.domain()).isEqualTo(DOMAIN.wildcard());
        assertThat(wildcard.id())
                .isEqualTo(harica.findDomain(id, DOMAIN).orElseThrow().id());
        refused("wildcard", () -> harica.removeDomain(id, DOMAIN.wildcard()));
        world.sandbox().delete("/api/harica/domains?domain=nsol.example");
        harica.removeDomain(id, DOMAIN.wildcard());
        assertThat(effects("domain added")).isOne();
    }

    @Test
    void accountsAreLeftToPeople() {
        var id = harica.createOrganisation(request(SCHOOL, DOMAIN)).id();
        var invitation = new AdministratorInvitation("Certificate", "Administrator", "pki@nsol.example", null, "en");

        assertThat(harica.findAdministrator(id, "pki@nsol.example")).isEmpty();
        refused("byHand", () -> harica.inviteAdministrator(id, invitation));
        refused("byHand", () -> harica.removeAdministrator(id, "1"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageNotContaining("pki@")
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private static OrganisationRequest request(OrganisationIdentity identity, Domain primaryDomain) {
        return new OrganisationRequest(identity, "Street 1", "5000", "Namur", "BE", primaryDomain);
    }

    private static long effects(String kind) {
        List<Effect> all = world.sandbox().bean(Ledger.class).effects("harica", null);
        return all.stream().map(Effect::kind).filter(kind::equals).count();
    }
}
