package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergePair;
import be.belnet.orderdesk.customer.MergePart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Domains and their validations move; certificates at former authorities are found by former acronyms too. */
@Component
class DomainMerge implements MergePart {
    private final JdbcClient jdbc;

    DomainMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MergeFinding> foresee(MergePair pair) {
        return MergeFinding.of(
                Kind.MOVES,
                "certificateDomains",
                jdbc.sql("select distinct domain from certificate_domain where acronym in (:acronyms) order by domain")
                        .param("acronyms", pair.fromAcronyms())
                        .query(String.class)
                        .list());
    }

    @Override
    public void move(MergePair pair) {
        jdbc.sql("update certificate_domain set acronym = :into where acronym in (:acronyms)")
                .param("into", pair.into().acronym())
                .param("acronyms", pair.fromAcronyms())
                .update();
    }
}
