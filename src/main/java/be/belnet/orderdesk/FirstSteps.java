package be.belnet.orderdesk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who started Orderdesk on a laptop where to go, who to be and what to try. */
@Component
@ConditionalOnProperty("orderdesk.demo-users")
class FirstSteps {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSteps.class);

    private final String address;

    FirstSteps(@Value("${orderdesk.address}") String address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        LOG.info("""


                Orderdesk runs.

                  Tasks of the staff    {}/camunda/app/tasklist/
                  Orders                {}/orders
                  What managers watch   {}/camunda/app/cockpit/
                  The outside world     http://localhost:8090/   (mails, licences, machines, certificates)

                Sign in with the user's name as password:
                  desk1 (Service Desk), relations1 and relations2 (Customer Relations), adviser1 (technical adviser),
                  operations1 (operations), manager1 (manager, Cockpit), auditor1 (reads only), admin

                Try: sign in as desk1, choose "Start process", "BAMS order" or "DCS order", and use the acronym NSOL; README.md goes on from there.
                """, address, address, address);
    }
}
