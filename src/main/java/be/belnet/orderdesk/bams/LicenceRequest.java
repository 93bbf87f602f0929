package be.belnet.orderdesk.bams;

import java.util.Set;

/**
 * What a customer's licence covers.
 *
 * @param customer acronym of the organisation
 * @param cpus 1, 2, 4, 8 or 16
 * @param servicePackage {@code base} or {@code atp}
 * @param addOns any of {@code advancedManagement}, {@code contentAnalysis}, {@code cloudApi}, {@code continuity}
 */
public record LicenceRequest(String customer, int cpus, String servicePackage, Set<String> addOns) {
    public LicenceRequest {
        addOns = Set.copyOf(addOns);
    }
}
