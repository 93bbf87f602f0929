package be.belnet.orderdesk.sectigo;

import static be.belnet.orderdesk.sectigo.CertificateManager.constant;

import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainValidation;
import be.belnet.orderdesk.dcs.DomainValidation.Progress;
import be.belnet.orderdesk.dcs.DomainValidation.State;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.ValidationPage;
import be.belnet.orderdesk.dcs.ValidationStep;
import be.belnet.orderdesk.dcs.ValidationStep.Next;
import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainRow;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainStatus;
import be.belnet.orderdesk.sectigo.CertificateManager.Emails;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Validation of domains by Certificate Manager. A lost answer does no harm: how a domain stands is asked for before it is
 * submitted, and starting twice gives the same challenge.
 */
class SectigoDomainValidations implements DomainValidations {
    private static final String SUBMITTED = "SUBMITTED";

    private final CertificateManager scm;

    SectigoDomainValidations(CertificateManager scm) {
        this.scm = scm;
    }

    @Override
    public Set<ValidationMethod> methods(boolean withWildcard) {
        return EnumSet.allOf(ValidationMethod.class).stream()
                .filter(method -> method.coversNamesBelow() || !withWildcard)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ValidationMethod.class)));
    }

    /** TXT has no start: what to publish comes with the answer to the submission. */
    @Override
    public ValidationStep start(Domain domain, ValidationMethod method) {
        var standing = standing(domain);
        if (submitted(standing, method)) {
            return new ValidationStep(challenge(standing, method), Next.WAIT_FOR_CA);
        }
        return method == ValidationMethod.TXT
                ? new ValidationStep(null, Next.SUBMIT)
                : new ValidationStep(started(scm.start(path(method), name(domain)), method), Next.SUBMIT);
    }

    @Override
    public ValidationStep submit(Domain domain, ValidationMethod method, String address) {
        var standing = standing(domain);
        if (submitted(standing, method) || done(standing)) {
            return new ValidationStep(challenge(standing, method), Next.WAIT_FOR_CA);
        }
        var request = new LinkedHashMap<String, String>();
        request.put("domain", name(domain));
        if (method == ValidationMethod.EMAIL) {
            request.put("email", address);
        }
        return new ValidationStep(challenge(scm.submit(path(method), request), method), Next.WAIT_FOR_CA);
    }

    @Override
    public Optional<DomainValidation> find(Domain domain) {
        return scm.status(name(domain))
                .map(status -> new DomainValidation(
                        domain.base(),
                        state(status.status()),
                        progress(status.orderStatus()),
                        day(status.expirationDate())));
    }

    @Override
    public ValidationPage page(int position) {
        var rows = scm.rows(position);
        return new ValidationPage(
                rows.stream().flatMap(SectigoDomainValidations::validation).toList(),
                rows.size() < CertificateManager.PAGE ? OptionalInt.empty() : OptionalInt.of(position + rows.size()));
    }

    @Override
    public void abandon(Domain domain) {
        scm.status(name(domain))
                .filter(status -> progress(status.orderStatus()) != Progress.NONE)
                .ifPresent(status -> scm.clear(name(domain)));
    }

    private DomainStatus standing(Domain domain) {
        return scm.status(name(domain))
                .orElseThrow(() -> new PartnerRefusedException(
                        CertificateManagerApi.NAME,
                        CertificateManager.UNKNOWN_DOMAIN,
                        domain.base() + " is not registered"));
    }

    private static boolean submitted(DomainStatus standing, ValidationMethod method) {
        return SUBMITTED.equals(constant(standing.orderStatus()))
                && method.name().equals(constant(standing.orderMode()));
    }

    /** The answer to an earlier submission was lost, and the proof was found meanwhile. */
    private static boolean done(DomainStatus standing) {
        return state(standing.status()) == State.VALIDATED && progress(standing.orderStatus()) == Progress.NONE;
    }

    private static Challenge started(PartnerAnswer answer, ValidationMethod method) {
        if (method == ValidationMethod.EMAIL) {
            var emails = answer.as(Emails.class).emails();
            return new Challenge.MailToOneOf(emails == null ? List.of() : emails);
        }
        var challenge = challenge(answer.as(DomainStatus.class), method);
        if (challenge == null) {
            throw answer.unreadable();
        }
        return challenge;
    }

    /** Null where the answer holds none. */
    private static Challenge challenge(DomainStatus said, ValidationMethod method) {
        return switch (method) {
            case CNAME ->
                said.host() == null || said.point() == null
                        ? null
                        : new Challenge.DnsRecord(method, withoutDot(said.host()), withoutDot(said.point()));
            case TXT ->
                said.host() == null || said.point() == null
                        ? null
                        : new Challenge.DnsRecord(method, withoutDot(said.host()), said.point());
            case HTTP, HTTPS ->
                said.url() == null || said.firstLine() == null || said.secondLine() == null
                        ? null
                        : new Challenge.WebFile(URI.create(said.url()), said.firstLine() + "\n" + said.secondLine());
            case EMAIL ->
                said.validationEmail() == null ? null : new Challenge.MailToOneOf(List.of(said.validationEmail()));
        };
    }

    /** Names that certificates cannot be for are passed over. */
    private static Stream<DomainValidation> validation(DomainRow row) {
        try {
            return Stream.of(new DomainValidation(
                    new Domain(row.domain()),
                    state(row.dcvStatus()),
                    progress(row.dcvOrderStatus()),
                    day(row.expirationDate())));
        } catch (IllegalArgumentException noDomain) {
            return Stream.empty();
        }
    }

    private static State state(String status) {
        return switch (String.valueOf(constant(status))) {
            case "NOT_VALIDATED" -> State.NOT_VALIDATED;
            case "VALIDATED" -> State.VALIDATED;
            case "EXPIRED" -> State.EXPIRED;
            default -> State.OTHER;
        };
    }

    /** What stands for "awaiting submission" was seen in no answer of Sectigo's, so that any is taken that begins so. */
    private static Progress progress(String status) {
        var constant = String.valueOf(constant(status));
        if (constant.startsWith("AWAITING")) {
            return Progress.STARTED;
        }
        return switch (constant) {
            case "NOT_INITIATED" -> Progress.NONE;
            case SUBMITTED -> Progress.SUBMITTED;
            case "REJECTED" -> Progress.REJECTED;
            default -> Progress.OTHER;
        };
    }

    private static LocalDate day(String date) {
        return CertificateManager.day(date).orElse(null);
    }

    private static String path(ValidationMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    /** What is validated never holds the wildcard. */
    private static String name(Domain domain) {
        return domain.base().name();
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
