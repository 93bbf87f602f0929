package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;

/** The certificates of Certificate Manager on the page of the world. */
class CertificateSection implements WorldSection {

    private final Scm scm;
    private final Certificates certificates;

    CertificateSection(Scm scm, Certificates certificates) {
        this.scm = scm;
        this.certificates = certificates;
    }

    @Override
    public String title() {
        return "Certificates (Sectigo)";
    }

    @Override
    public int position() {
        return 420;
    }

    @Override
    public List<String> columns() {
        return List.of("Number", "Names", "Profile", "Status", "Until", "Comment");
    }

    @Override
    public List<List<String>> rows() {
        return scm.now(
                () -> certificates.all().stream().map(CertificateSection::row).toList());
    }

    private static List<String> row(Certificate one) {
        return List.of(
                String.valueOf(one.id()),
                one.names().replace(",", " "),
                Profile.find(one.profileId()).map(Profile::name).orElse(""),
                one.status(),
                one.expiresAt() == null ? "" : DateStyle.ISO.write(one.expiresAt()),
                one.comments() == null ? "" : one.comments());
    }
}
