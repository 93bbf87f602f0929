package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.workflow.UndoableStep;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How licence and appliance are taken back. */
@Configuration
class UndoSteps {
    @Bean
    UndoableStep stopLicence(MailSecurity mailSecurity) {
        return new Step(OrderLicenceDelegate.STEP, mailSecurity::findLicence, mailSecurity::stopLicence);
    }

    @Bean
    UndoableStep removeAppliance(MailSecurity mailSecurity) {
        return new Step(
                CreateApplianceDelegate.STEP, mailSecurity::findApplianceToRemove, mailSecurity::removeAppliance);
    }

    private record Step(String step, Function<String, Optional<String>> finder, Consumer<String> undoing)
            implements UndoableStep {
        @Override
        public Optional<String> find(String orderNumber) {
            return finder.apply(orderNumber);
        }

        @Override
        public void undo(String orderNumber, String objectId) {
            undoing.accept(objectId);
        }
    }
}
