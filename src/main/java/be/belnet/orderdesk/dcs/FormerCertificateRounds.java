package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads once a day what customers still have at the CA that they left, and at the new one what has taken its place. A day
 * missed is made up for; of several nodes one reads a customer. Nothing is changed at any CA.
 */
@Component
class FormerCertificateRounds {
    private static final Logger LOG = LoggerFactory.getLogger(FormerCertificateRounds.class);
    private static final int MOST = 50;

    private final FormerCertificates certificates;
    private final FormerHomes homes;
    private final FormerCertificateFollowUp followUp;
    private final Authorities authorities;
    private final PartnerPauses pauses;
    private final TransactionTemplate transactions;
    private final FormerCertificatesProperties properties;
    private final Clock clock;

    FormerCertificateRounds(
            FormerCertificates certificates,
            FormerHomes homes,
            FormerCertificateFollowUp followUp,
            Authorities authorities,
            PartnerPauses pauses,
            TransactionTemplate transactions,
            FormerCertificatesProperties properties,
            Clock clock) {
        this.certificates = certificates;
        this.homes = homes;
        this.followUp = followUp;
        this.authorities = authorities;
        this.pauses = pauses;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.former-certificates.round:PT5M}")
    void look() {
        Set<String> silent = new HashSet<>();
        certificates.due(MOST).forEach(acronym -> guarded(acronym, silent));
    }

    /** @param silent partners that did not answer in this round: they are asked for no other customer */
    private void guarded(String acronym, Set<String> silent) {
        try {
            follow(acronym, silent);
        } catch (PartnerRefusedException refused) {
            LOG.warn("Former certificates of {} are not to be read: {}", acronym, refused.getMessage());
            certificates.readAgain(acronym);
        } catch (PartnerException notToBeSeen) {
            LOG.info("Former certificates of {} are not to be read now: {}", acronym, notToBeSeen.getMessage());
            silent.add(notToBeSeen.partner());
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "Former certificates of {} could not be followed: {}",
                    acronym,
                    unexpected.getClass().getName());
        }
    }

    private void follow(String acronym, Set<String> silent) {
        List<FormerHome> known = homes.of(acronym);
        if (known.isEmpty()) {
            certificates.readAgain(acronym);
        } else if (partners(known).noneMatch(partner -> silent.contains(partner) || isPaused(partner))) {
            Instant until = clock.instant().plus(properties.readWithin());
            certificates.claim(acronym, until).ifPresent(claim -> follow(acronym, known, claim));
        }
    }

    private void follow(String acronym, List<FormerHome> known, Instant claim) {
        List<Listing> listings = read(known);
        transactions.executeWithoutResult(open -> {
            if (certificates.holds(acronym, claim)) {
                followUp.settle(acronym, known, listings);
            }
        });
    }

    /** Of every CA, former or new, that lets itself be read. */
    private List<Listing> read(List<FormerHome> known) {
        Map<String, String> organisations = new LinkedHashMap<>();
        known.forEach(home -> organisations.putIfAbsent(home.authority(), home.organisation()));
        known.forEach(home -> organisations.put(home.formerAuthority(), home.formerOrganisation()));
        return organisations.entrySet().stream()
                .filter(place -> place.getValue() != null && isReadable(place.getKey()))
                .map(place -> new Listing(
                        place.getKey(), authorities.inventory(place.getKey()).certificates(place.getValue())))
                .toList();
    }

    private Stream<String> partners(List<FormerHome> known) {
        return known.stream()
                .flatMap(home -> Stream.of(home.formerAuthority(), home.authority()))
                .distinct()
                .filter(this::isReadable)
                .map(authorities::name);
    }

    private boolean isReadable(String authority) {
        return authorities.former().contains(authority);
    }

    private boolean isPaused(String partner) {
        return pauses.of(partner).isPresent();
    }
}
