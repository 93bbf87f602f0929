package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;

/** The organisations of Certificate Manager on the page of the world. */
class OrganisationSection implements WorldSection {

    private final Scm scm;
    private final Organisations organisations;

    OrganisationSection(Scm scm, Organisations organisations) {
        this.scm = scm;
        this.organisations = organisations;
    }

    @Override
    public String title() {
        return "Organisations (Sectigo)";
    }

    @Override
    public int position() {
        return 400;
    }

    @Override
    public List<String> columns() {
        return List.of("Number", "Name", "Department of", "Validated");
    }

    @Override
    public List<List<String>> rows() {
        return scm.now(() -> organisations.all().stream().map(this::row).toList());
    }

    private List<String> row(Organisation one) {
        return List.of(
                String.valueOf(one.id()),
                one.name(),
                one.department() ? organisations.get(one.parentId()).name() : "",
                organisations.validated(one) ? "yes" : "not yet");
    }
}
