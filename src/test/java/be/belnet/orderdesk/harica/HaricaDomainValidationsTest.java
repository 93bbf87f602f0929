package be.belnet.orderdesk.harica;

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
import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.harica.HaricaCaller;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaricaDomainValidationsTest {
    private static final Domain DOMAIN = new Domain("nsol.example");

    private static PartnerWorld world;
    private static DomainValidations validations;

    private HaricaCaller people;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start("--orderdesk.harica.contact=pki@belnet.example");
        validations = world.bean("haricaDomainValidations", DomainValidations.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void oneDomain() {
        world.sandbox().delete("/api/world");
        people = HaricaCaller.network(world.sandbox());
        people.enterprise("Network School", "nsol.example");
    }

    @Test
    void recordGoesByMailAndIsSeenOncePublished() {
        var step = new ValidationStep(new Challenge.SentToContact(), Next.WAIT_FOR_CA);
        assertThat(validations.start(DOMAIN.wildcard(), ValidationMethod.TXT)).isEqualTo(step);
        assertThat(standing()).isEqualTo(new DomainValidation(DOMAIN, State.NOT_VALIDATED, Progress.OTHER, null));

        people.publish("nsol.example", people.mailedToken());
        assertThat(validations.submit(DOMAIN, ValidationMethod.TXT, null)).isEqualTo(step);
        await().until(() -> standing().isValidated());
        assertThat(standing().validUntil()).isAfter(LocalDate.now().plusDays(360));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failAfter", "reset"})
    void lostStartIsMadeAgainAndTheNewerRecordCounts(String fault) {
        world.sandbox().put("/api/faults/harica", "{\"fault\":\"%s\",\"times\":1}".formatted(fault));
        assertThatThrownBy(() -> validations.start(DOMAIN, ValidationMethod.TXT))
                .isInstanceOf(OutcomeUnknownException.class);
        var lost = people.mailedToken();
        validations.start(DOMAIN, ValidationMethod.TXT);

        assertThat(people.mailedToken()).isNotEqualTo(lost);
        people.publish("nsol.example", people.mailedToken());
        await().until(() -> standing().isValidated());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TXT")
    void otherMethodsAreRefusedWithoutACall(ValidationMethod method) {
        assertThat(validations.methods(false)).containsExactly(ValidationMethod.TXT);
        assertThatThrownBy(() -> validations.start(DOMAIN, method))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining(method.name());
    }

    @Test
    void pageHoldsWildcardsToo() {
        assertThat(validations.page(0).validations())
                .extracting(DomainValidation::domain)
                .containsExactly(DOMAIN, DOMAIN.wildcard());
        assertThat(validations.page(0).next()).isEmpty();
        assertThat(validations.page(1).validations()).isEmpty();
    }

    @Test
    void namesThatCertificatesCannotBeForArePassedOver() {
        people.addByHand("Network School", "under_score.example");

        assertThat(validations.page(0).validations()).hasSize(2);
    }

    @Test
    void validationThatHasRunOutIsExpired() {
        validUntil("dateadd(day, -2, now())");
        assertThat(standing().state()).isEqualTo(State.EXPIRED);
        assertThat(standing().validUntil()).isBefore(LocalDate.now());
    }

    @Test
    void whatIsUnderWayCannotBeEnded() {
        validations.start(DOMAIN, ValidationMethod.TXT);

        assertThatThrownBy(() -> validations.abandon(DOMAIN)).isInstanceOf(PartnerRefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01T10:11:12, 2026-05-01", "2026-05-01T10:11:12.3456789, 2026-05-01", "'', ", ", "})
    void datesAreReadWithAndWithoutFractions(String written, LocalDate day) {
        assertThat(CertManager.day(written)).isEqualTo(day);
    }

    @Test
    void datesInAnotherFormAreNotGuessed() {
        assertThatThrownBy(() -> CertManager.day("01/05/2026")).isInstanceOf(PartnerUnavailableException.class);
    }

    private static DomainValidation standing() {
        return validations.find(DOMAIN).orElseThrow();
    }

    private static void validUntil(String moment) {
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update harica_domain set valid_until = " + moment)
                .update();
    }
}
