package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.termination.Terminations;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found done, and by which way a licence ends, for each kind of licence. */
class MailSecurityEndTest {
    private static final String FILE = "BAMS-2026-00042";
    private static final String ORDER = "BAMS-2024-00001";
    private static final String SERIAL = "FEVM00000001";
    private static final Licence LICENCE = new Licence(SERIAL);

    private final Terminations terminations = mock(Terminations.class);
    private final BamsOrders bamsOrders = mock(BamsOrders.class);
    private final LicenceSupplier licences = mock(LicenceSupplier.class);
    private final LicenceRegistry registry = mock(LicenceRegistry.class);
    private final ApplianceHost appliances = mock(ApplianceHost.class);
    private final OrderFile orders = mock(OrderFile.class);
    private final BamsProperties properties = mock(BamsProperties.class);
    private final MailSecurityEnd end =
            new MailSecurityEnd(terminations, bamsOrders, licences, registry, appliances, orders, properties);

    @BeforeEach
    void licencesAreBoughtAtFortinet() {
        given(properties.licenceRoute()).willReturn(LicenceRoute.FORTIFLEX);
    }

    @Test
    void licenceIsFoundEndedOnceFortinetSaysSo() {
        ends(null, PartnerReferences.appliance(SERIAL, null));
        assertThat(end.findEnded(FILE)).isEmpty();

        given(licences.hasEnded(LICENCE)).willReturn(true);
        assertThat(end.findEnded(FILE)).contains(SERIAL);
    }

    @Test
    void serviceWithoutALicenceHasNothingToEnd() {
        ends(null, PartnerReferences.NONE);

        assertThat(end.findEnded(FILE)).contains("–");
        end.keepEnded(FILE, "–");
        verifyNoInteractions(licences, registry, orders);
    }

    /** Fortinet's points program knows none of those: asking it would fail. */
    @Test
    void licenceOfTheDistributorIsSetFreeWithoutAskingFortinet() {
        given(properties.licenceRoute()).willReturn(LicenceRoute.DISTRIBUTOR);
        ends(null, PartnerReferences.appliance(SERIAL, null));

        assertThat(end.findEnded(FILE)).isEmpty();
        assertThat(end.endLicence(FILE)).isEqualTo(SERIAL);
        end.keepEnded(FILE, SERIAL);
        verify(registry).release(LICENCE);
        verify(orders).record(FILE, "licenceSetFree", Map.of("serial", SERIAL));
        verifyNoInteractions(licences);
    }

    @Test
    void orderSaysHowItsLicenceWasBoughtWhateverTheSettingIsNow() {
        BamsOrder order = mock(BamsOrder.class);
        given(order.throughDistributor()).willReturn(true);
        given(bamsOrders.get(ORDER)).willReturn(order);
        ends(ORDER, PartnerReferences.appliance(SERIAL, null));
        assertThat(end.findEnded(FILE)).isEmpty();
        verifyNoInteractions(licences);

        given(properties.licenceRoute()).willReturn(LicenceRoute.DISTRIBUTOR);
        given(order.throughDistributor()).willReturn(false);
        given(licences.hasEnded(LICENCE)).willReturn(true);
        assertThat(end.findEnded(FILE)).contains(SERIAL);
        end.endLicence(FILE);
        end.keepEnded(FILE, SERIAL);
        verify(licences).stop(LICENCE);
        verify(registry, never()).release(LICENCE);
        verify(orders).record(FILE, "licenceEnded", Map.of("serial", SERIAL));
    }

    @Test
    void serviceWithoutAnApplianceHasNothingToStopOrRemove() {
        ends(null, PartnerReferences.appliance(SERIAL, null));

        assertThat(end.findStopped(FILE)).contains("–");
        assertThat(end.findRemoved(FILE)).contains("–");
        end.keepStopped(FILE, "–");
        end.keepRemoved(FILE, "–");
        verifyNoInteractions(appliances, orders);
    }

    @Test
    void applianceIsFoundStoppedOnceItDoesNotRunAndRemovedOnceItIsGone() {
        ends(null, PartnerReferences.appliance(null, "vm-1"));
        for (Appliance.State state : Appliance.State.values()) {
            boolean runs = state == Appliance.State.READY || state == Appliance.State.BUILDING;
            given(appliances.listed("vm-1")).willReturn(Optional.of(new ListedAppliance("vm-1", null, state)));
            given(appliances.look("vm-1")).willReturn(Optional.of(new Appliance("vm-1", state, null, null)));
            assertThat(end.findStopped(FILE)).as(state.name()).isEqualTo(runs ? Optional.empty() : Optional.of("vm-1"));
            assertThat(end.findRemoved(FILE)).isEmpty();
        }
        given(appliances.listed("vm-1")).willReturn(Optional.empty());
        given(appliances.look("vm-1")).willReturn(Optional.empty());
        assertThat(end.findStopped(FILE)).contains("vm-1");
        assertThat(end.findRemoved(FILE)).contains("vm-1");
    }

    private void ends(String order, PartnerReferences references) {
        given(terminations.subscription(FILE))
                .willReturn(new Subscription(
                        1,
                        "BAMS",
                        "UNORTH",
                        SubscriptionState.ACTIVE,
                        order,
                        null,
                        null,
                        null,
                        references,
                        null,
                        null,
                        null));
    }
}
