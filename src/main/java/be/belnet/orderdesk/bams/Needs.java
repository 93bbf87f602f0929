package be.belnet.orderdesk.bams;

import java.util.List;
import java.util.Set;

/**
 * What was determined with the customer.
 *
 * @param cpus 1, 2, 4, 8 or 16
 * @param servicePackage base or atp
 * @param addOns advancedManagement, contentAnalysis, cloudApi, continuity
 * @param trialDays from hand-over; 0 for none
 * @param priceLine a code of the tariff
 */
public record Needs(
        List<ProtectedDomain> domains,
        int mailboxes,
        int cpus,
        String servicePackage,
        Set<String> addOns,
        int trialDays,
        String priceLine) {}
