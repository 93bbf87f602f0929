package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the words of a notice are written. */
class CodesTest {
    @Test
    void codesAreCamelCase() {
        assertThat(Stream.of(Channel.values()).map(Codes::of))
                .containsExactly("registeredLetter", "electronicRegistered", "mail", "other");
        assertThat(Codes.of(Phase.TRIAL)).isEqualTo("trial");
    }

    @ParameterizedTest
    @EnumSource
    void codesAreReadBack(Channel channel) {
        assertThat(Codes.channel(Codes.of(channel))).isEqualTo(channel);
    }

    @Test
    void daysOfEachYearAreReadBack() {
        var days = Set.of(MonthDay.of(11, 2), MonthDay.of(2, 29), MonthDay.of(11, 15));
        assertThat(StoredDays.write(days)).isEqualTo("02-29,11-02,11-15");
        assertThat(StoredDays.read(StoredDays.write(days))).isEqualTo(days);
        assertThat(StoredDays.read(StoredDays.write(Set.of()))).isEmpty();
    }
}
