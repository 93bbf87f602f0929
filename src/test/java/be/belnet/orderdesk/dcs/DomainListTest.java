package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainListTest {
    @Test
    void firstColumnOfATableCounts() {
        var read = DomainList.read("Example.be;main site\n\"campus.example\",\"the campus\"\n\ncampus.example\t2020\n");

        assertThat(read.domains()).extracting(Domain::name).containsExactly("example.be", "campus.example");
        assertThat(read.refused()).isEmpty();
    }

    @Test
    void wildcardBringsItsDomainAndStandsBehindIt() {
        assertThat(DomainList.read("*.example.be\nexample.be").domains())
                .extracting(Domain::name)
                .containsExactly("example.be", "*.example.be");
    }

    @Test
    void refusedLinesAreNamedAsWrittenWithTheirNumber() {
        assertThat(DomainList.read("\n Domain;Owner \nexample.be").refused())
                .containsExactly(new DomainList.Line(2, "Domain;Owner"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var domains = DomainList.read("example.be\n*.example.be").domains();
        assertThat(DomainList.read(DomainList.write(domains)).domains()).isEqualTo(domains);
    }
}
