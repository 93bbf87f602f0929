package be.belnet.orderdesk.dcs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The certificate authorities that Orderdesk can talk to, each known by the name of its adapter: that of Sectigo, whose
 * bean is {@code sectigoCertificateAuthority}, is {@code sectigo}. Customers may still be at one while others are at the
 * next.
 */
@Component
public class Authorities {
    private final Map<String, CertificateAuthority> authorities;
    private final Map<String, DomainValidations> validations;
    private final Map<String, CertificateInventory> inventories;
    private final String inForce;

    Authorities(
            Map<String, CertificateAuthority> authorities,
            Map<String, DomainValidations> validations,
            Map<String, CertificateInventory> inventories,
            @Value("${" + AuthorityInForce.SETTING + "}") String inForce) {
        this.authorities = byAdapter(authorities, CertificateAuthority.class);
        this.validations = byAdapter(validations, DomainValidations.class);
        this.inventories = byAdapter(inventories, CertificateInventory.class);
        this.inForce = inForce;
    }

    /** The one that new customers come to. */
    public String inForce() {
        return inForce;
    }

    /** Those that customers can have certificates from, in alphabetical order. */
    public List<String> all() {
        return authorities.keySet().stream().sorted().toList();
    }

    /** Those whose customers can be read, to be moved elsewhere; in alphabetical order. */
    public List<String> former() {
        return inventories.keySet().stream().sorted().toList();
    }

    /** As staff and customers know it, such as Sectigo. */
    public String name(String authority) {
        return Optional.ofNullable(authorities.get(authority))
                .map(CertificateAuthority::name)
                .orElseGet(() -> inventory(authority).name());
    }

    /** Whether customers of this one open tickets there; those of a former one do not. */
    public boolean takesTickets(String authority) {
        return Optional.ofNullable(authorities.get(authority))
                .filter(CertificateAuthority::takesTickets)
                .isPresent();
    }

    /** Where customers work with a browser. */
    public URI webAddress(String authority) {
        return authority(authority).webAddress();
    }

    public CertificateAuthority authority(String authority) {
        return known(authorities, authority);
    }

    public DomainValidations validations(String authority) {
        return known(validations, authority);
    }

    public CertificateInventory inventory(String authority) {
        return known(inventories, authority);
    }

    private static <T> T known(Map<String, T> all, String authority) {
        return Optional.ofNullable(all.get(authority))
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s"
                        .formatted(authority, all.keySet().stream().sorted().toList())));
    }

    private static <T> Map<String, T> byAdapter(Map<String, T> beans, Class<T> port) {
        return beans.entrySet().stream()
                .filter(bean -> bean.getKey().endsWith(port.getSimpleName()))
                .collect(Collectors.toMap(bean -> adapter(bean.getKey(), port), Map.Entry::getValue));
    }

    private static String adapter(String bean, Class<?> port) {
        return bean.substring(0, bean.length() - port.getSimpleName().length());
    }
}
