package be.belnet.orderdesk.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainValidation;
import be.belnet.orderdesk.dcs.DomainValidation.Progress;
import be.belnet.orderdesk.dcs.DomainValidation.State;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.ValidationStep;
import be.belnet.orderdesk.dcs.ValidationStep.Next;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.sectigo.SectigoCaller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SectigoDomainValidationsTest {
    private static final Domain DOMAIN = new Domain("nsol.example");

    private static PartnerWorld world;
    private static DomainValidations validations;
    private static SectigoCaller scm;

    private int organisation;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        validations = world.bean(DomainValidations.class);
        scm = SectigoCaller.network(world.sandbox());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void oneDomain() {
        world.sandbox().delete("/api/world");
        organisation = scm.organisation("Network School");
        scm.domain("nsol.example", organisation);
    }

    @Test
    void cnameIsStartedPublishedSubmittedAndSeen() {
        var started = validations.start(DOMAIN.wildcard(), ValidationMethod.CNAME);
        assertThat(started.next()).isEqualTo(Next.SUBMIT);
        var record = (Challenge.DnsRecord) started.challenge();
        assertThat(record.name()).endsWith(".nsol.example");
        assertThat(record.value()).endsWith(".sectigo.com");
        assertThat(standing().progress()).isEqualTo(Progress.STARTED);

        scm.publish("CNAME", record.name(), record.value());
        assertThat(validations.submit(DOMAIN, ValidationMethod.CNAME, null).next())
                .isEqualTo(Next.WAIT_FOR_CA);
        await().until(() -> standing().isValidated());
        assertThat(standing().progress()).isEqualTo(Progress.NONE);
        assertThat(standing().validUntil()).isAfter(LocalDate.now().plusDays(190));
    }

    @Test
    void txtHasNoChallengeBeforeItIsSubmitted() {
        var started = validations.start(DOMAIN, ValidationMethod.TXT);
        assertThat(started).isEqualTo(new ValidationStep(null, Next.SUBMIT));

        var record = (Challenge.DnsRecord)
                validations.submit(DOMAIN, ValidationMethod.TXT, null).challenge();
        assertThat(record.name()).isEqualTo("_pki-validation.nsol.example");
        assertThat(record.value()).contains("\\", "|", "`");
        scm.publish("TXT", record.name(), record.value());
        await().until(() -> standing().isValidated());
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "HTTPS"})
    void fileIsPublishedWhereTheChallengeSays(ValidationMethod method) {
        var file = (Challenge.WebFile) validations.start(DOMAIN, method).challenge();
        scm.publish("FILE", file.address().toString(), file.content());
        validations.submit(DOMAIN, method, null);

        await().until(() -> standing().isValidated());
    }

    @Test
    void mailGoesToTheAddressThatWasChosen() {
        var addresses = ((Challenge.MailToOneOf)
                        validations.start(DOMAIN, ValidationMethod.EMAIL).challenge())
                .addresses();
        assertThat(addresses).contains("hostmaster@nsol.example");
        validations.submit(DOMAIN, ValidationMethod.EMAIL, "hostmaster@nsol.example");

        assertThat(world.sandbox().get("/api/mails?to=hostmaster@nsol.example").body())
                .contains("Domain control validation");
        assertThat(standing().progress()).isEqualTo(Progress.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CNAME", "TXT", "HTTP"})
    void startedOrSubmittedTwiceItIsOneValidation(ValidationMethod method) {
        var first = validations.start(DOMAIN, method);
        assertThat(validations.start(DOMAIN, method)).isEqualTo(first);
        var submitted = validations.submit(DOMAIN, method, null);

        assertThat(validations.submit(DOMAIN, method, null).challenge()).isEqualTo(challenge(method));
        assertThat(validations.start(DOMAIN, method))
                .isEqualTo(new ValidationStep(challenge(method), Next.WAIT_FOR_CA));
        assertThat(submitted.next()).isEqualTo(Next.WAIT_FOR_CA);
        assertThat(effects("validation submitted")).isOne();
    }

    @Test
    void submissionOfWhatWasProvenMeanwhileChangesNothing() {
        scm.proveByCname("nsol.example");
        await().until(() -> standing().isValidated());

        assertThat(validations.submit(DOMAIN, ValidationMethod.CNAME, null).next())
                .isEqualTo(Next.WAIT_FOR_CA);
        assertThat(effects("validation submitted")).isOne();
    }

    @Test
    void anotherMethodTakesThePlaceOfTheFirst() {
        validations.start(DOMAIN, ValidationMethod.CNAME);
        validations.submit(DOMAIN, ValidationMethod.CNAME, null);
        var file = validations.start(DOMAIN, ValidationMethod.HTTP);

        assertThat(file.challenge()).isInstanceOf(Challenge.WebFile.class);
        assertThat(standing().progress()).isEqualTo(Progress.STARTED);
    }

    @Test
    void filesProveNothingForWildcards() {
        assertThat(validations.methods(true))
                .containsExactlyInAnyOrder(ValidationMethod.CNAME, ValidationMethod.TXT, ValidationMethod.EMAIL);
        assertThat(validations.methods(false)).hasSize(5);
    }

    @Test
    void unknownDomainIsNotThereAndCannotBeStarted() {
        var unknown = new Domain("unknown.example");

        assertThat(validations.find(unknown)).isEmpty();
        assertThatThrownBy(() -> validations.start(unknown, ValidationMethod.TXT))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("unknown.example");
        validations.abandon(unknown);
    }

    @Test
    void abandonedValidationEndsOnce() {
        validations.start(DOMAIN, ValidationMethod.CNAME);
        validations.abandon(DOMAIN);
        validations.abandon(DOMAIN);

        assertThat(standing().progress()).isEqualTo(Progress.NONE);
        assertThat(effects("validation cleared")).isOne();
    }

    @Test
    void pagesHoldEverythingOnceWildcardsToo() {
        scm.domain("*.nsol.example", organisation);
        scm.proveByCname("nsol.example");
        sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                + " select 'd' || x || '.example', true, now(), 'NOT_INITIATED', false from system_range(1, 398)");
        await().until(() -> all().stream().filter(DomainValidation::isValidated).count() == 2);

        assertThat(all()).hasSize(400).doesNotHaveDuplicates();
        assertThat(validations.page(0).next()).isEqualTo(OptionalInt.of(200));
        assertThat(validations.page(400).next()).isEmpty();
    }

    @Test
    void namesThatCertificatesCannotBeForArePassedOver() {
        sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                + " values ('under_score.example', true, now(), 'NOT_INITIATED', false)");

        assertThat(all()).extracting(DomainValidation::domain).containsExactly(DOMAIN);
    }

    @Test
    void labelsMeanTheSameAsConstants() {
        world.sandbox().put("/api/sectigo/labels", "{\"on\":true}");
        assertThat(standing()).isEqualTo(new DomainValidation(DOMAIN, State.NOT_VALIDATED, Progress.NONE, null));
        var record = (Challenge.DnsRecord)
                validations.start(DOMAIN, ValidationMethod.CNAME).challenge();
        assertThat(standing().progress()).isEqualTo(Progress.STARTED);
        validations.submit(DOMAIN, ValidationMethod.CNAME, null);
        assertThat(standing().progress()).isEqualTo(Progress.SUBMITTED);
        assertThat(validations.submit(DOMAIN, ValidationMethod.CNAME, null).challenge())
                .isEqualTo(record);
        scm.publish("CNAME", record.name(), record.value());

        await().until(() -> standing().state(), State.VALIDATED::equals);
    }

    @Test
    void rejectedAndExpiredAreTold() {
        try (var hasty =
                PartnerWorld.start("--sandbox.sectigo.patience=100ms", "--sandbox.sectigo.validation-life=300ms")) {
            var there = SectigoCaller.network(hasty.sandbox());
            var seen = hasty.bean(DomainValidations.class);
            var school = there.organisation("Network School");
            there.domain("nsol.example", school);
            there.domain("late.example", school);
            there.proveByCname("nsol.example");
            var late = new Domain("late.example");
            seen.start(late, ValidationMethod.CNAME);
            seen.submit(late, ValidationMethod.CNAME, null);

            await().until(() -> seen.find(late).orElseThrow().progress(), Progress.REJECTED::equals);
            await().until(() -> seen.find(DOMAIN).orElseThrow().state(), State.EXPIRED::equals);
            assertThat(seen.start(late, ValidationMethod.CNAME).next()).isEqualTo(Next.SUBMIT);
        }
    }

    private static Challenge challenge(ValidationMethod method) {
        return validations.start(DOMAIN, method).challenge();
    }

    private static DomainValidation standing() {
        return validations.find(DOMAIN).orElseThrow();
    }

    private static List<DomainValidation> all() {
        var all = new ArrayList<DomainValidation>();
        var next = OptionalInt.of(0);
        while (next.isPresent()) {
            var page = validations.page(next.getAsInt());
            all.addAll(page.validations());
            next = page.next();
        }
        return all;
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
