package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.FormerCertificate;
import be.belnet.orderdesk.dcs.FormerCertificates;
import be.belnet.orderdesk.dcs.FormerDomain;
import be.belnet.orderdesk.dcs.FormerOrganisation;
import be.belnet.orderdesk.dcs.Migration;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what customers have at the CA that they leave. Changes nothing there. */
@Component
class FormerReading {
    private static final int MOST_NAMED = 20;

    private final OrderFile orders;
    private final Migrations migrations;
    private final Authorities authorities;
    private final CustomerRegister customers;
    private final FormerCertificates certificates;
    private final PartnerPauses pauses;

    FormerReading(
            OrderFile orders,
            Migrations migrations,
            Authorities authorities,
            CustomerRegister customers,
            FormerCertificates certificates,
            PartnerPauses pauses) {
        this.orders = orders;
        this.migrations = migrations;
        this.authorities = authorities;
        this.customers = customers;
        this.certificates = certificates;
        this.pauses = pauses;
    }

    /** Which organisation of the former CA is the customer is not to be told from names. */
    static class UnclearException extends RuntimeException {

        private UnclearException(String words) {
            super(words);
        }
    }

    /**
     * Keeps domains and certificates of the customer in the file; domains that staff have named stay.
     *
     * @return how many domains are to be moved
     * @throws UnclearException when a person has to say which organisation is meant
     */
    int read(String file) {
        Migration migration = migrations.find(file).orElseThrow();
        pauses.requireNone(authorities.name(migration.formerAuthority()));
        CertificateInventory inventory = authorities.inventory(migration.formerAuthority());
        String organisation = Optional.ofNullable(migration.formerOrganisation())
                .map(chosen -> requireThere(file, inventory, chosen))
                .orElseGet(() -> choose(file, inventory));
        List<Domain> domains = domains(inventory, organisation);
        List<FormerCertificate> found = inventory.certificates(organisation);
        migrations.chooseOrganisation(file, organisation);
        migrations.keepDomains(file, domains);
        certificates.keep(file, orders.get(file).acronym(), migration.formerAuthority(), found);
        orders.record(
                file,
                "formerAuthorityRead",
                Map.of(
                        "authority", inventory.name(),
                        "domains", Integer.toString(domains.size()),
                        "certificates", Integer.toString(found.size())));
        return domains.size();
    }

    private static List<Domain> domains(CertificateInventory inventory, String organisation) {
        return inventory.domains(organisation).stream()
                .filter(FormerDomain::active)
                .map(domain -> new Domain(domain.name()).base())
                .distinct()
                .toList();
    }

    /** A number that nobody has there would be a customer without domains. */
    private String requireThere(String file, CertificateInventory inventory, String chosen) {
        List<FormerOrganisation> all = inventory.organisations();
        if (all.stream().noneMatch(organisation -> organisation.id().equals(chosen))) {
            throw unclear(file, inventory, all);
        }
        return chosen;
    }

    private String choose(String file, CertificateInventory inventory) {
        Organisation customer = customers.find(orders.get(file).acronym()).orElseThrow();
        List<FormerOrganisation> all = inventory.organisations();
        List<FormerOrganisation> same = all.stream()
                .filter(FormerOrganisation::active)
                .filter(organisation -> isSame(organisation, customer))
                .toList();
        if (same.size() != 1) {
            throw unclear(file, inventory, same.isEmpty() ? all : same);
        }
        return same.get(0).id();
    }

    private static boolean isSame(FormerOrganisation organisation, Organisation customer) {
        return customer.legalName().equalsIgnoreCase(organisation.name())
                || customer.acronym().equalsIgnoreCase(organisation.shortName());
    }

    private UnclearException unclear(String file, CertificateInventory inventory, List<FormerOrganisation> candidates) {
        String names = candidates.stream()
                .limit(MOST_NAMED)
                .map(organisation -> organisation.id() + " " + organisation.name())
                .collect(Collectors.joining("; "));
        orders.record(file, "formerOrganisationUnclear", Map.of("authority", inventory.name(), "candidates", names));
        return new UnclearException("Which organisation at %s is meant is not clear".formatted(inventory.name()));
    }
}
