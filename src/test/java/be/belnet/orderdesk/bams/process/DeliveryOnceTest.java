package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.RegistrationCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The delegates that buy and build: run twice or six times at once, the sandbox's ledger counts one effect each. */
@ProcessTest
class DeliveryOnceTest {
    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Partners partners;

    @Autowired
    OrderLicenceDelegate orderLicence;

    @Autowired
    RegisterLicenceDelegate registerLicence;

    @Autowired
    CreateApplianceDelegate createAppliance;

    @Autowired
    BamsOrders bamsOrders;

    private String order;

    @BeforeEach
    void orderWithContractOut() {
        order = way.contractOut("en");
    }

    @Test
    void delegatesRunTwiceBuyAndBuildOnce() throws Exception {
        run(orderLicence);
        run(orderLicence);
        run(createAppliance);
        run(createAppliance);
        assertThat(partners.count(order, "licence created")).isEqualTo(1);
        assertThat(partners.count(order, "server created")).isEqualTo(1);
    }

    @Test
    void delegatesRunAtOnceBuyAndBuildOnce() throws Exception {
        atOnce(orderLicence);
        run(orderLicence);
        atOnce(createAppliance);
        run(createAppliance);
        assertThat(partners.count(order, "licence created")).isEqualTo(1);
        assertThat(partners.count(order, "server created")).isEqualTo(1);
    }

    @Test
    void codeIsRegisteredOnceHoweverOftenTried() throws Exception {
        bamsOrders.keepRegistrationCode(order, new RegistrationCode(Way.registrationCode()));
        atOnce(registerLicence);
        run(registerLicence);
        assertThat(partners.count(order, "licence registered")).isEqualTo(1);
    }

    @Test
    void clickedTwiceTheCopiesAreRegisteredOnce() {
        Map<String, Object> copies = way.copies();
        String task = desk.task(order, "userTask_registerSignedCopies").getId();
        assertThat(List.of(desk.trySubmit(task, "relations1", copies), desk.trySubmit(task, "relations1", copies)))
                .containsExactly(true, false);
    }

    private void atOnce(JavaDelegate delegate) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(6);
        List<Callable<Void>> runs = IntStream.range(0, 6)
                .<Callable<Void>>mapToObj(i -> () -> {
                    run(delegate);
                    return null;
                })
                .toList();
        pool.invokeAll(runs);
        pool.shutdown();
    }

    private void run(JavaDelegate delegate) throws Exception {
        DelegateExecution execution = mock(DelegateExecution.class);
        given(execution.getProcessBusinessKey()).willReturn(order);
        delegate.execute(execution);
    }
}
