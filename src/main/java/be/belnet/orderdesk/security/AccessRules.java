package be.belnet.orderdesk.security;

import static be.belnet.orderdesk.security.StaffGroup.ADMINISTRATORS;
import static be.belnet.orderdesk.security.StaffGroup.AUDITORS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_READERS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_RELATIONS;
import static be.belnet.orderdesk.security.StaffGroup.DOERS;
import static be.belnet.orderdesk.security.StaffGroup.MANAGERS;
import static be.belnet.orderdesk.security.StaffGroup.ORDER_READERS;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_DESK;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_OPERATIONS;
import static be.belnet.orderdesk.security.StaffGroup.TERMS_READERS;
import static be.belnet.orderdesk.security.StaffGroup.WORKERS;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who may open which page and call what of the API. The first rule that fits an address counts. */
@Component
class AccessRules {
    /** Everybody with a group, which is who works here. */
    private static final Set<StaffGroup> STAFF = Set.of(StaffGroup.values());

    /** For whoever has not signed in. */
    private static final String[] OPEN = {
        "/login",
        "/login/end",
        BreakGlass.PATH,
        "/error",
        "/look.css",
        "/language.js",
        "/look.js",
        "/orderdesk.svg",
        "/webapps.css",
        "/webapps.js",
        "/desk.css",
        "/login.js",
        "/domains.css",
        "/domains.js",
        "/privacy/bams",
        "/privacy/dcs",
        "/favicon.ico"
    };

    private final StaffDirectory staff;

    AccessRules(StaffDirectory staff) {
        this.staff = staff;
    }

    void api(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/api/customers/merges/*/approval")
                .access(members(MANAGERS))
                .requestMatchers(HttpMethod.GET, "/api/customers/merges/**")
                .access(members(CUSTOMER_RELATIONS, MANAGERS, AUDITORS))
                .requestMatchers("/api/customers/merges/**")
                .access(members(CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers("/api/customers/**")
                .access(members(CUSTOMER_READERS))
                .requestMatchers("/api/audit")
                .access(members(MANAGERS, AUDITORS))
                .requestMatchers("/api/changes")
                .access(members(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers(HttpMethod.POST, "/api/orders")
                .access(members(SERVICE_DESK, MANAGERS))
                .requestMatchers("/api/orders/*/tasks/**", "/api/orders/*/notes", "/api/orders/*/mails")
                .access(members(WORKERS))
                .requestMatchers(HttpMethod.POST, "/api/orders/**")
                .access(members(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers("/api/orders/*/documents/**")
                .access(members(TERMS_READERS))
                .requestMatchers("/api/orders/**")
                .access(members(ORDER_READERS))
                .requestMatchers(HttpMethod.GET, "/api/absences")
                .access(members(ORDER_READERS))
                .requestMatchers("/api/absences/**")
                .access(members(WORKERS))
                .requestMatchers(HttpMethod.GET, "/api/partners")
                .access(members(ORDER_READERS))
                .requestMatchers("/api/partners/**")
                .access(members(SERVICE_OPERATIONS, MANAGERS))
                .requestMatchers("/api/invoicing")
                .access(members(CUSTOMER_RELATIONS, MANAGERS, AUDITORS))
                .requestMatchers("/api/subscriptions/import")
                .access(members(MANAGERS, ADMINISTRATORS))
                .requestMatchers("/api/dcs/domains/**", "/api/notice", "/api/subscriptions/**")
                .access(members(ORDER_READERS))
                .requestMatchers("/api/reconciliation")
                .access(members(SERVICE_OPERATIONS, MANAGERS, AUDITORS))
                .requestMatchers("/api/feedback")
                .access(members(MANAGERS, AUDITORS))
                .anyRequest()
                .access(members(STAFF));
    }

    void pages(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/customers/import/*")
                .access(members(MANAGERS, AUDITORS, ADMINISTRATORS))
                .requestMatchers("/customers/import/**")
                .access(members(MANAGERS, ADMINISTRATORS))
                .requestMatchers("/customers/merges/*/approval")
                .access(members(MANAGERS))
                .requestMatchers(HttpMethod.GET, "/customers/merges/**")
                .access(members(CUSTOMER_RELATIONS, MANAGERS, AUDITORS))
                .requestMatchers("/customers/merges/**")
                .access(members(CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers("/customers/**")
                .access(members(CUSTOMER_READERS))
                .requestMatchers("/audit", "/audit.csv", "/orders/*/file.zip")
                .access(members(MANAGERS, AUDITORS))
                .requestMatchers("/handover")
                .access(members(MANAGERS))
                .requestMatchers(HttpMethod.GET, "/absences")
                .access(members(ORDER_READERS))
                .requestMatchers("/absences/**")
                .access(members(WORKERS))
                .requestMatchers("/orders/*/preview/**")
                .access(members(CUSTOMER_RELATIONS))
                .requestMatchers(HttpMethod.POST, "/orders/*/tasks/**", "/orders/*/notes", "/orders/*/mails")
                .access(members(WORKERS))
                .requestMatchers(HttpMethod.POST, "/orders/**")
                .access(members(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers("/orders/*/documents/**", "/orders/*/mails/**")
                .access(members(TERMS_READERS))
                .requestMatchers("/orders/**")
                .access(members(ORDER_READERS))
                .requestMatchers(HttpMethod.POST, "/partners/**")
                .access(members(SERVICE_OPERATIONS, MANAGERS))
                .requestMatchers("/desk/domain-file")
                .access(members(CUSTOMER_RELATIONS, MANAGERS))
                .requestMatchers("/partners", "/desk/partner-notices", "/desk/order-file", "/desk/order-search")
                .access(members(ORDER_READERS))
                .requestMatchers(HttpMethod.POST, "/desk/figures/**")
                .access(members(MANAGERS, ADMINISTRATORS))
                .requestMatchers("/desk/figures/orders")
                .access(members(MANAGERS, AUDITORS))
                .requestMatchers("/desk/figures", "/desk/figures/**")
                .access(members(MANAGERS, AUDITORS, ADMINISTRATORS))
                .requestMatchers(HttpMethod.POST, "/dcs/domains/**")
                .access(members(CUSTOMER_RELATIONS, SERVICE_OPERATIONS))
                .requestMatchers("/subscriptions/invoicing", "/subscriptions/invoicing.csv")
                .access(members(CUSTOMER_RELATIONS, MANAGERS, AUDITORS))
                .requestMatchers(HttpMethod.GET, "/subscriptions/import/*")
                .access(members(MANAGERS, AUDITORS, ADMINISTRATORS))
                .requestMatchers("/subscriptions/import/**")
                .access(members(MANAGERS, ADMINISTRATORS))
                .requestMatchers("/privacy/requests/*/export.*")
                .access(members(SERVICE_DESK, MANAGERS))
                .requestMatchers("/privacy/requests/**")
                .access(members(SERVICE_DESK, MANAGERS, AUDITORS))
                .requestMatchers("/privacy/**")
                .access(members(MANAGERS, AUDITORS))
                .requestMatchers("/dcs/domains/**", "/dcs/domains.csv", "/notice", "/subscriptions/**")
                .access(members(ORDER_READERS))
                .requestMatchers("/reconciliation")
                .access(members(SERVICE_OPERATIONS, MANAGERS, AUDITORS))
                .requestMatchers("/feedback", "/feedback.csv")
                .access(members(MANAGERS, AUDITORS))
                .requestMatchers("/", "/camunda/app/**", "/camunda/lib/**")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/settings")
                .access(members(DOERS))
                .requestMatchers(HttpMethod.GET, "/desk/**")
                .access(members(STAFF))
                .requestMatchers("/desk/**")
                .access(members(DOERS))
                .anyRequest()
                .access(members(STAFF));
    }

    private AuthorizationManager<RequestAuthorizationContext> members(StaffGroup... groups) {
        return members(Set.of(groups));
    }

    /** Asks the engine at every request, so that a lost membership counts at once. */
    private AuthorizationManager<RequestAuthorizationContext> members(Set<StaffGroup> groups) {
        return (authentication, context) -> {
            var signedIn = authentication.get();
            return new AuthorizationDecision(signedIn != null
                    && signedIn.isAuthenticated()
                    && staff.groupsOf(signedIn.getName()).stream().anyMatch(groups::contains));
        };
    }
}
