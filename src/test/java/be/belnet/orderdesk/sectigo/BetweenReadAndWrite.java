package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.partner.PartnerLeases;
import java.time.Clock;
import java.util.Map;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Another node, with something happening between what it reads of an account and what it writes. */
final class BetweenReadAndWrite {
    private BetweenReadAndWrite() {}

    static CertificateAuthority of(CertificateAuthority node, Runnable event) {
        Object sectigo = AopTestUtils.getUltimateTargetObject(node);
        Object scm = ReflectionTestUtils.getField(sectigo, "scm");
        var interrupted = new CertificateManager((CertificateManagerApi) ReflectionTestUtils.getField(scm, "api")) {
            @Override
            void changeAccount(int id, Map<String, ?> request) {
                event.run();
                super.changeAccount(id, request);
            }

            @Override
            void deleteAccount(int id) {
                event.run();
                super.deleteAccount(id);
            }
        };
        return new SectigoCertificateAuthority(
                interrupted,
                (SectigoProperties) ReflectionTestUtils.getField(sectigo, "settings"),
                (Clock) ReflectionTestUtils.getField(sectigo, "clock"),
                (PartnerLeases) ReflectionTestUtils.getField(sectigo, "leases"));
    }
}
