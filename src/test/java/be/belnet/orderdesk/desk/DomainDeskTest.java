package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.dcs.BoardDomain;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainBoard;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.dcs.ValidationMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.web.server.ResponseStatusException;

/** What staff do about a domain goes by its file, and only while it makes sense. */
class DomainDeskTest {
    private static final long ID = 7;

    private final DomainBoard board = mock();
    private final CustomersTurn turn = mock();
    private final DomainDesk desk = new DomainDesk(board, turn, null, null, null, mock(Decisions.class));

    @Test
    void awaitedWildcardIsAdded() {
        stands(State.WILDCARD_AWAITED);
        assertThat(desk.addWildcard(ID)).isTrue();
        then(turn).should().addWildcard("DCS-2026-00003", 4);
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = Mode.EXCLUDE, names = "WILDCARD_AWAITED")
    void otherWildcardIsLeftAlone(State state) {
        stands(state);
        assertThat(desk.addWildcard(ID)).isFalse();
        then(turn).shouldHaveNoInteractions();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = Mode.EXCLUDE,
            names = {"REFUSED", "WILDCARD_AWAITED", "WILDCARD_REFUSED", "VALIDATED", "GIVEN_UP"})
    void domainOnItsWayIsGivenUp(State state) {
        stands(state);
        assertThat(desk.giveUp(ID, "Sold")).isTrue();
        then(turn).should().giveUp("DCS-2026-00003", 4, "Sold");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"REFUSED", "WILDCARD_AWAITED", "WILDCARD_REFUSED", "VALIDATED", "GIVEN_UP"})
    void domainThatIsThroughIsLeftAlone(State state) {
        stands(state);
        assertThat(desk.giveUp(ID, "Sold")).isFalse();
        then(turn).shouldHaveNoInteractions();
    }

    @Test
    void unknownDomainIsNotFound() {
        given(board.find(ID)).willReturn(Optional.empty());
        assertThatThrownBy(() -> desk.giveUp(ID, "Sold")).isInstanceOf(ResponseStatusException.class);
        assertThatThrownBy(() -> desk.addWildcard(ID)).isInstanceOf(ResponseStatusException.class);
        then(turn).shouldHaveNoInteractions();
    }

    private void stands(State state) {
        var domain = new CertificateDomain(
                ID,
                "NSOL",
                "sectigo",
                new Domain("nsol.example"),
                "DCS-2026-00003",
                4,
                state,
                Instant.EPOCH,
                ValidationMethod.CNAME,
                null,
                null,
                Wildcard.WANTED,
                null,
                null,
                List.of(),
                null,
                null,
                null);
        given(board.find(ID))
                .willReturn(Optional.of(new BoardDomain(domain, Standing.valueOf(state.name()), Instant.EPOCH, false)));
    }
}
