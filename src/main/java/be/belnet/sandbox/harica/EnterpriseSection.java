package be.belnet.sandbox.harica;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;

/** Enterprises and their domains on the page of the world. */
class EnterpriseSection implements WorldSection {

    private final CertManager certManager;
    private final Enterprises enterprises;
    private final EnterpriseDomains domains;

    EnterpriseSection(CertManager certManager, Enterprises enterprises, EnterpriseDomains domains) {
        this.certManager = certManager;
        this.enterprises = enterprises;
        this.domains = domains;
    }

    @Override
    public String title() {
        return "Enterprises (HARICA)";
    }

    @Override
    public int position() {
        return 450;
    }

    @Override
    public List<String> columns() {
        return List.of("Enterprise", "Alias", "Organisation", "Domain", "Validated until");
    }

    @Override
    public List<List<String>> rows() {
        return certManager.now(() ->
                enterprises.all().stream().flatMap(one -> rows(one).stream()).toList());
    }

    private List<List<String>> rows(Enterprise enterprise) {
        var own = domains.all().stream()
                .filter(domain -> domain.enterpriseId().equals(enterprise.id()))
                .map(domain -> row(enterprise, domain.name(), until(domain)))
                .toList();
        return own.isEmpty() ? List.of(row(enterprise, "", "")) : own;
    }

    private static List<String> row(Enterprise enterprise, String domain, String until) {
        return List.of(enterprise.legalName(), enterprise.alias(), stage(enterprise), domain, until);
    }

    private static String stage(Enterprise enterprise) {
        if (enterprise.checkedAt() == null) {
            return "being checked";
        }
        return enterprise.validatedAt() == null ? "checked" : "validated";
    }

    private static String until(EnterpriseDomain domain) {
        if (domain.validUntil() != null) {
            return Dates.seconds(domain.validUntil());
        }
        return domain.token() == null ? "" : "under way";
    }
}
