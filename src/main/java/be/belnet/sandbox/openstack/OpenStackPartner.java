package be.belnet.sandbox.openstack;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The cloud: Keystone, Nova, Neutron and Glance are one partner, each with its own words. */
@Component
class OpenStackPartner implements Partner {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String KEYSTONE = "/identity";
    private static final String NEUTRON = "/network";

    private final OpenStackErrors errors;

    OpenStackPartner(OpenStackErrors errors) {
        this.errors = errors;
    }

    @Override
    public String code() {
        return Cloud.PARTNER;
    }

    @Override
    public String title() {
        return "OpenStack";
    }

    @Override
    public boolean changes(PartnerCall call) {
        return !SAFE.contains(call.method()) && !call.path().startsWith(KEYSTONE);
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        var path = PartnerCall.of(request).path();
        if (path.startsWith(KEYSTONE)) {
            var words = Objects.requireNonNullElse(message, "The account is disabled for user: orderdesk");
            return answer(OpenStackError.keystone(401, "Unauthorized", words));
        }
        if (path.startsWith(NEUTRON)) {
            var words = Objects.requireNonNullElse(message, "Quota exceeded for resources: ['port'].");
            return answer(OpenStackError.neutron(409, "OverQuota", words));
        }
        return answer(OpenStackError.forbidden(Objects.requireNonNullElse(
                message, "Quota exceeded for instances: Requested 1, but already used 10 of 10 instances")));
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        var path = PartnerCall.of(request).path();
        var words = Objects.requireNonNullElse(message, "This request was rate-limited.");
        if (path.startsWith(KEYSTONE)) {
            return answer(OpenStackError.keystone(429, "Too Many Requests", words));
        }
        return answer(
                path.startsWith(NEUTRON)
                        ? OpenStackError.neutron(429, "TooManyRequests", words)
                        : OpenStackError.nova(429, "overLimit", words));
    }

    private ResponseEntity<?> answer(OpenStackError error) {
        var answer = errors.refused(error);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(Doorkeeper.REQUEST_ID, Doorkeeper.newRequestId())
                .body(answer.getBody());
    }
}
