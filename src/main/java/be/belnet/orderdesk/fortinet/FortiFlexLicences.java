package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.ListedLicence;
import be.belnet.orderdesk.fortinet.FortiFlex.Config;
import be.belnet.orderdesk.fortinet.FortiFlex.Entitlement;
import be.belnet.orderdesk.partner.PartnerLeases;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Licences from FortiFlex. The order number stands in the description of the entitlement, where it is looked up; FortiFlex
 * itself would make a second one without a word. It stays uncharged until its token is used. Whoever changes an entitlement
 * writes its configuration too, so extending one and giving it another configuration keep out of each other's way.
 */
class FortiFlexLicences implements LicenceSupplier {
    private final FortiFlex fortiFlex;
    private final PartnerLeases leases;

    FortiFlexLicences(FortiFlex fortiFlex, PartnerLeases leases) {
        this.fortiFlex = fortiFlex;
        this.leases = leases;
    }

    @Override
    public Optional<Licence> find(String reference) {
        return only(reference).map(FortiFlexLicences::licence);
    }

    @Override
    public Licence order(String reference, LicenceRequest request) {
        var product = FortiMailProduct.of(request);
        return find(reference)
                .orElseGet(() -> licence(
                        fortiFlex.createEntitlement(configuration(product).id(), reference)));
    }

    @Override
    public String activationCode(Licence licence) {
        var entitlement = known(licence);
        if (entitlement.ended()) {
            throw ended(entitlement);
        }
        var unused = "NOTUSED".equals(entitlement.tokenStatus());
        return unused
                ? entitlement.token()
                : fortiFlex.renewToken(licence.serialNumber()).token();
    }

    @Override
    public LocalDate endsOn(Licence licence) {
        return known(licence).lastDay();
    }

    @Override
    public LocalDate extend(Licence licence, LocalDate until) {
        return alone(licence, () -> extended(licence, until));
    }

    private LocalDate extended(Licence licence, LocalDate until) {
        var entitlement = known(licence);
        if (entitlement.ended()) {
            throw ended(entitlement);
        }
        var end = earlier(until.plusDays(1).atStartOfDay(), fortiFlex.programEnd());
        if (!end.toLocalDate().isAfter(entitlement.lastDay().plusDays(1))) {
            throw new PartnerRefusedException(
                    FortiFlex.NAME, "program", "the program ends on %s".formatted(end.toLocalDate()));
        }
        return fortiFlex.extend(entitlement, end).lastDay();
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static PartnerRefusedException ended(Entitlement entitlement) {
        return new PartnerRefusedException(
                FortiFlex.NAME, entitlement.status(), "licence " + entitlement.serialNumber() + " has ended");
    }

    /** What the same program holds for other products is none of ours. */
    @Override
    public List<ListedLicence> licences() {
        var configs = fortiFlex.configs().stream()
                .filter(config -> config.isOf(FortiMailProduct.ID))
                .map(Config::id)
                .collect(Collectors.toSet());
        return fortiFlex.entitlements().stream()
                .filter(one -> configs.contains(one.configId()))
                .map(one -> new ListedLicence(licence(one), one.description(), !one.ended(), one.lastDay()))
                .toList();
    }

    @Override
    public boolean covers(Licence licence, LicenceRequest request) {
        var product = FortiMailProduct.of(request);
        var config = known(licence).configId();
        return fortiFlex.configs().stream()
                .anyMatch(one -> one.id() == config && product.name().equals(one.name()));
    }

    @Override
    public void change(Licence licence, LicenceRequest request) {
        var product = FortiMailProduct.of(request);
        alone(licence, () -> reconfigured(licence, product));
    }

    private Entitlement reconfigured(Licence licence, FortiMailProduct product) {
        var entitlement = known(licence);
        if (entitlement.ended()) {
            throw ended(entitlement);
        }
        return fortiFlex.reconfigure(entitlement, configuration(product).id());
    }

    private <T> T alone(Licence licence, Supplier<T> change) {
        return leases.holding(FortiFlex.NAME, "licence " + licence.serialNumber(), change);
    }

    @Override
    public boolean hasEnded(Licence licence) {
        return known(licence).ended();
    }

    @Override
    public void stop(Licence licence) {
        if (!known(licence).ended()) {
            fortiFlex.stop(licence.serialNumber());
        }
    }

    private Optional<Entitlement> only(String reference) {
        var hits = fortiFlex.entitlements("description", reference).stream()
                .filter(one -> reference.equals(one.description()))
                .toList();
        if (hits.size() > 1) {
            throw new PartnerRefusedException(
                    FortiFlex.NAME, "twoObjects", "two licences carry the number " + reference);
        }
        return hits.stream().findFirst();
    }

    /** Lists may lag behind: a licence that Fortinet has given is to be seen sooner or later. */
    private Entitlement known(Licence licence) {
        return fortiFlex.entitlements("serialNumber", licence.serialNumber()).stream()
                .filter(one -> licence.serialNumber().equals(one.serialNumber()))
                .findFirst()
                .orElseThrow(() -> new PartnerUnavailableException(
                        FortiFlex.NAME, "does not list licence " + licence.serialNumber()));
    }

    /** Each customer has its own, one per size and package: changing one changes every licence on it. */
    private Config configuration(FortiMailProduct product) {
        return fortiFlex.configs().stream()
                .filter(one -> product.name().equals(one.name()))
                .min(Comparator.comparingInt(Config::id))
                .map(one -> fitting(one, product))
                .orElseGet(() -> fortiFlex.createConfig(product.name(), FortiMailProduct.ID, product.parameters()));
    }

    private static Config fitting(Config config, FortiMailProduct product) {
        if (!"ACTIVE".equals(config.status())) {
            throw changedByHand(config, "is disabled");
        }
        if (!config.parameters().containsAll(product.parameters())) {
            throw changedByHand(config, "no longer holds what its name says");
        }
        return config;
    }

    private static PartnerRefusedException changedByHand(Config config, String what) {
        return new PartnerRefusedException(
                FortiFlex.NAME, "configuration", "configuration %s %s".formatted(config.name(), what));
    }

    private static Licence licence(Entitlement entitlement) {
        return new Licence(entitlement.serialNumber());
    }
}
