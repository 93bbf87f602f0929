package be.belnet.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All partners there are; whatever is called under another path is the sandbox's own. */
@Component
public class Partners {

    private final List<Partner> partners;

    Partners(List<Partner> partners) {
        this.partners = partners;
    }

    public List<Partner> all() {
        return partners;
    }

    public Optional<Partner> find(String code) {
        return partners.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public boolean areCalledBy(HttpServletRequest request) {
        return find(PartnerCall.of(request).partner()).isPresent();
    }
}
