package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.page.WorldSection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The domains of Certificate Manager on the page of the world. */
class DomainSection implements WorldSection {

    private final Scm scm;
    private final Domains domains;
    private final Organisations organisations;
    private final Validations validations;

    DomainSection(Scm scm, Domains domains, Organisations organisations, Validations validations) {
        this.scm = scm;
        this.domains = domains;
        this.organisations = organisations;
        this.validations = validations;
    }

    @Override
    public String title() {
        return "Domains (Sectigo)";
    }

    @Override
    public int position() {
        return 410;
    }

    @Override
    public List<String> columns() {
        return List.of("Domain", "Delegated to", "Validation", "Until", "Under way");
    }

    @Override
    public List<List<String>> rows() {
        return scm.now(() -> domains.all().stream().map(this::row).toList());
    }

    private List<String> row(DomainEntry one) {
        var validation = validations.of(one);
        return List.of(
                one.name(),
                domains.delegations(one.id()).stream().map(this::delegation).collect(Collectors.joining(", ")),
                Validation.label(validation.status()),
                day(validation.expiresAt()),
                one.orderMethod() == null ? "" : one.orderMethod() + ": " + Validation.label(one.orderStatus()));
    }

    private String delegation(Delegation one) {
        var name = organisations.named(one.orgId()).name();
        return one.active() ? name : name + " (requested)";
    }

    private static String day(Instant at) {
        return at == null ? "" : DateStyle.ISO.write(at);
    }
}
