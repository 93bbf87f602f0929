package be.belnet.orderdesk.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who signed on at the provider, by the id that he or she has here. Sessions keep nothing else of what it said. */
class Staff implements OidcUser, Serializable {
    private static final long serialVersionUID = 1L;

    private final String user;
    private final List<GrantedAuthority> authorities;
    private final transient OidcIdToken idToken;

    /** @param idToken null but while somebody is signing on */
    Staff(String user, List<GrantedAuthority> authorities, OidcIdToken idToken) {
        this.user = user;
        this.authorities = List.copyOf(authorities);
        this.idToken = idToken;
    }

    @Override
    public String getName() {
        return user;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
