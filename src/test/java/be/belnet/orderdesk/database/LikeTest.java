package be.belnet.orderdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeTest {
    @Test
    void whatSomebodyWroteStandsForItself() {
        assertThat(Like.containing("50% a_b!")).isEqualTo("%50!% a!_b!!%");
        assertThat(Like.beginning("a_b")).isEqualTo("a!_b%");
        assertThat(Like.ending("a_b")).isEqualTo("%a!_b");
    }
}
