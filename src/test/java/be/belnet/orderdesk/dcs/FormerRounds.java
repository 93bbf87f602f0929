package be.belnet.orderdesk.dcs;

import org.springframework.boot.test.context.TestComponent;

/** Runs the rounds of former certificates for a test. */
@TestComponent
public class FormerRounds {
    private static final int ENOUGH = 50;

    private final FormerCertificateRounds rounds;
    private final FormerCertificates certificates;

    FormerRounds(FormerCertificateRounds rounds, FormerCertificates certificates) {
        this.rounds = rounds;
        this.certificates = certificates;
    }

    /** Until the customer was looked at; others have been left due by other tests. */
    public void look(String customer) {
        for (int round = 0; round < ENOUGH && certificates.due(10_000).contains(customer); round++) {
            rounds.look();
        }
    }
}
