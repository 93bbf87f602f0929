package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.subscription.AuthorityCodes;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Those that customers are at, and those that they are leaving. */
@Component
class KnownAuthorities implements AuthorityCodes {
    private final Authorities authorities;

    KnownAuthorities(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public List<String> codes() {
        return Stream.concat(authorities.all().stream(), authorities.former().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
