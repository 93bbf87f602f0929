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
    private final Mode mode;

    EngineUsers(IdentityService identity, SignOnProperties settings) {
        this.identity = identity;
        this.mode = settings.mode();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (mode != Mode.FORM
                || !USER_ID.matcher(user).matches()
                || attempt.getCredentials() == null
                || !identity.checkPassword(user, attempt.getCredentials().toString())) {
            throw new BadCredentialsException("refused");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(user));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Group ids as the database has them now. */
    List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    List<GrantedAuthority> authorities(String user) {
        return groups(user).stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(GROUP_PREFIX + group))
                .toList();
    }
}
