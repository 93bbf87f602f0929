package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.workflow.Effect;
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
        return new Step(
                OrderLicenceDelegate.STEP,
                mailSecurity::findLicence,
                mailSecurity::stopLicence,
                "effectUndone",
                "licenceStopped",
                true);
    }

    /** Serves the customer as long as it keeps the service, whatever becomes of the file. */
    @Bean
    UndoableStep leaveExtension() {
        return new Step(ExtendLicenceDelegate.STEP, file -> Optional.empty(), end -> {}, null, "extensionStays", false);
    }

    /** Paid for, so it is kept for another order. */
    @Bean
    UndoableStep releaseLicence(MailSecurity mailSecurity) {
        return new Step(
                RegisterLicenceDelegate.STEP,
                mailSecurity::findRegistration,
                mailSecurity::releaseRegistration,
                "licenceReleased",
                "licenceKept",
                false);
    }

    @Bean
    UndoableStep removeAppliance(MailSecurity mailSecurity) {
        return new ApplianceStep(mailSecurity);
    }

    /** Goes with the appliance. */
    @Bean
    UndoableStep leaveConfiguration() {
        return new Step(ConfigureApplianceDelegate.STEP, order -> Optional.empty(), address -> {}, null, null, true);
    }

    private record ApplianceStep(MailSecurity mailSecurity) implements UndoableStep {
        @Override
        public String step() {
            return CreateApplianceDelegate.STEP;
        }

        @Override
        public Optional<String> find(Effect effect) {
            return mailSecurity.findApplianceToRemove(effect.orderNumber());
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("applianceRemoved");
        }

        /** One without tag and port counts as failed, and is not removed with its order. */
        @Override
        public boolean isFoundByItsMark() {
            return true;
        }

        @Override
        public void undo(Effect effect, String objectId) {
            mailSecurity.removeAppliance(objectId);
        }

        @Override
        public void clear(Effect effect) {
            mailSecurity.releaseAddress(effect.orderNumber());
        }
    }

    private record Step(
            String step,
            Function<String, Optional<String>> finder,
            Consumer<String> undoing,
            String kind,
            String consequenceKey,
            boolean isTakenBack)
            implements UndoableStep {
        @Override
        public Optional<String> find(Effect effect) {
            return finder.apply(effect.orderNumber());
        }

        @Override
        public Optional<String> event() {
            return Optional.ofNullable(kind);
        }

        @Override
        public Optional<String> consequence() {
            return Optional.ofNullable(consequenceKey);
        }

        @Override
        public void undo(Effect effect, String objectId) {
            undoing.accept(objectId);
        }
    }
}
