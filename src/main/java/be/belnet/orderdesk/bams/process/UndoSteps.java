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
    private static final String UNDONE = "effectUndone";

    @Bean
    UndoableStep stopLicence(MailSecurity mailSecurity) {
        return new Step(OrderLicenceDelegate.STEP, mailSecurity::findLicence, mailSecurity::stopLicence, UNDONE);
    }

    /** Paid for, so it is kept for another order. */
    @Bean
    UndoableStep releaseLicence(MailSecurity mailSecurity) {
        return new Step(
                RegisterLicenceDelegate.STEP,
                mailSecurity::findRegistration,
                mailSecurity::releaseRegistration,
                "licenceReleased");
    }

    @Bean
    UndoableStep removeAppliance(MailSecurity mailSecurity) {
        return new Step(
                CreateApplianceDelegate.STEP,
                mailSecurity::findApplianceToRemove,
                mailSecurity::removeAppliance,
                UNDONE);
    }

    /** Goes with the appliance. */
    @Bean
    UndoableStep leaveConfiguration() {
        return new Step(ConfigureApplianceDelegate.STEP, order -> Optional.empty(), address -> {}, null);
    }

    private record Step(String step, Function<String, Optional<String>> finder, Consumer<String> undoing, String kind)
            implements UndoableStep {
        @Override
        public Optional<String> find(String orderNumber) {
            return finder.apply(orderNumber);
        }

        @Override
        public Optional<String> event() {
            return Optional.ofNullable(kind);
        }

        @Override
        public void undo(String orderNumber, String objectId) {
            undoing.accept(objectId);
        }
    }
}
