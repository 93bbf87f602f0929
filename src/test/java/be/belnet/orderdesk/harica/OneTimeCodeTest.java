package be.belnet.orderdesk.harica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
    /** Base32 of the seed in RFC 6238. */
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCode.at(Instant.ofEpochSecond(second), SEED)).isEqualTo(code);
    }

    @Test
    void seedMayBeWrittenAsPeopleReadIt() {
        assertThat(OneTimeCode.at(Instant.ofEpochSecond(59), "gezd gnbv gy3t qojq gezd-gnbv-gy3t-qojq="))
                .isEqualTo("287082");
    }

    @Test
    void seedThatIsNotBase32IsRefusedWithoutBeingTold() {
        assertThatThrownBy(() -> OneTimeCode.at(Instant.EPOCH, "SECRET01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET01");
    }
}
