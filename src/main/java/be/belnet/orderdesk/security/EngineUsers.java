package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnProperties.Mode;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs the engine's users in where people have passwords here. Never inside a transaction: the engine counts failed attempts in the database, and the
 * count must survive the exception.
 */
@Component
class EngineUsers implements AuthenticationProvider {
    /** Authorities are this prefix and the group's id. */
    static final String GROUP_PREFIX = "GROUP_";

    /** What a user's id may look like. */
    static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    private final IdentityService identity;
    private final SignInFailures failures;
    private final Mode mode;

    EngineUsers(IdentityService identity, SignInFailures failures, SignOnProperties settings) {
        this.identity = identity;
        this.failures = failures;
        this.mode = settings.mode();
    }

    /** @throws TooManySignInsException when the address has failed too often, whoever it names now */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        if (address != null) {
            failures.wait(address).ifPresent(wait -> {
                throw new TooManySignInsException(wait);
            });
        }
        String user = attempt.getName();
        if (!isRight(user, attempt.getCredentials())) {
            if (address != null) {
                failures.note(address);
            }
            throw new BadCredentialsException("refused");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(user));
    }

    /** Takes as long for somebody who does not exist, or has to wait, as for a wrong password. */
    private boolean isRight(String user, Object password) {
        if (mode != Mode.FORM || password == null || !USER_ID.matcher(user).matches()) {
            BcryptPasswords.waste();
            return false;
        }
        int before = BcryptPasswords.checked();
        boolean right = identity.checkPassword(user, password.toString());
        if (!right && BcryptPasswords.checked() == before) {
            BcryptPasswords.waste();
        }
        return right;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Of groups as the database has them now. */
    List<GrantedAuthority> authorities(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(GROUP_PREFIX + group.getId()))
                .toList();
    }
}
