package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityChange;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.UndoableStep;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what a change did at licence and appliance is taken back: they become again what they were. */
@Configuration
class ChangeUndoSteps {
    @Bean
    UndoableStep restoreLicence(MailSecurityChange change) {
        return new Step(
                change,
                ChangeLicenceDelegate.STEP,
                MailSecurityChange::isLicenceAsBefore,
                MailSecurityChange::restoreLicence,
                "licenceRestored");
    }

    @Bean
    UndoableStep restoreSize(MailSecurityChange change) {
        return new Step(
                change,
                ResizeApplianceDelegate.STEP,
                MailSecurityChange::isSizeAsBefore,
                MailSecurityChange::restoreSize,
                "sizeRestored");
    }

    @Bean
    UndoableStep restoreMailDomains(MailSecurityChange change) {
        return new Step(
                change,
                ChangeMailDomainsDelegate.STEP,
                MailSecurityChange::areDomainsAsBefore,
                MailSecurityChange::restoreDomains,
                "domainsRestored");
    }

    private record Step(
            MailSecurityChange change,
            String step,
            BiPredicate<MailSecurityChange, String> asBefore,
            BiConsumer<MailSecurityChange, String> undoing,
            String consequenceKey)
            implements UndoableStep {
        /** A change may have been made in part; where all is as before, there is nothing to take back. */
        @Override
        public Optional<String> find(Effect effect) {
            return asBefore.test(change, effect.orderNumber()) ? Optional.empty() : Optional.of(effect.reference());
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of(consequenceKey);
        }

        @Override
        public void undo(Effect effect, String objectId) {
            undoing.accept(change, effect.orderNumber());
        }
    }
}
