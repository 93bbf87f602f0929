package be.belnet.orderdesk;

import be.belnet.orderdesk.bams.process.LicenceDays;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.FormerRounds;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.MigrationDesk;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.reconciliation.process.Holdings;
import be.belnet.orderdesk.reconciliation.process.Nights;
import be.belnet.orderdesk.reconciliation.process.OneNight;
import be.belnet.orderdesk.security.Probe;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.TrialDays;
import be.belnet.orderdesk.termination.EndRoundsNow;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a random port: the real engine, delegates and partner clients; the partners are the
 * sandbox. Jobs run when the test says so. All such tests share one context, and must: the webapps serve the engine that
 * was started last in their JVM. So a test adds no beans and no settings of its own.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestWorld.class)
@Import({
    Desk.class,
    Register.class,
    Way.class,
    Subscribers.class,
    Notices.class,
    EndRoundsNow.class,
    TestClock.class,
    Watch.class,
    Gathering.class,
    Partners.class,
    SectigoDesk.class,
    OrganisationRounds.class,
    DomainRounds.class,
    Mornings.class,
    DigiCertDesk.class,
    FormerRounds.class,
    MigrationDesk.class,
    KnownSubscriptions.class,
    TrialDays.class,
    LicenceDays.class,
    Nights.class,
    Holdings.class,
    OneNight.class,
    Post.class,
    Probe.class
})
@ActiveProfiles("test")
public @interface OrderdeskTest {}
