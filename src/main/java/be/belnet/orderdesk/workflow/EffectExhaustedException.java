package be.belnet.orderdesk.workflow;

/** An effect was tried as often as it may be; a person must look at the partner before it is tried again. */
public class EffectExhaustedException extends RuntimeException {
    EffectExhaustedException(Effect effect) {
        super("Effect %s was tried %d times and is %s: look up reference %s at %s before retrying"
                .formatted(
                        effect.key(),
                        effect.attempts(),
                        effect.state().code(),
                        effect.orderNumber(),
                        effect.partner()));
    }
}
