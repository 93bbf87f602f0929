package be.belnet.orderdesk.browser;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.reconciliation.process.OneNight;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application as it runs for people, jobs and rounds included, and one browser, both for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(OneBrowser.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "orderdesk.sandbox=false",
            "orderdesk.bams.watch=PT1S",
            "orderdesk.dcs.watch=PT1S",
            "orderdesk.dcs.validations=PT1S",
            "orderdesk.dcs.records=PT1S",
            "orderdesk.correspondence.interval=1s",
            "orderdesk.reconciliation.round=P1D",
            "orderdesk.figures.round=PT1S",
            "camunda.bpm.job-execution.wait-time-in-millis=200",
            "camunda.bpm.job-execution.max-wait=1000",
            "management.server.port=-1"
        })
@ContextConfiguration(initializers = TestWorld.class)
@Import({
    Register.class,
    Subscribers.class,
    DigiCertDesk.class,
    Partners.class,
    Desk.class,
    Gathering.class,
    KnownSubscriptions.class,
    Post.class,
    OneNight.class,
    PageSamples.class
})
@interface BrowserTest {}
