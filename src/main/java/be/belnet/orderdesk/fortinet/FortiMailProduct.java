package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.fortinet.FortiFlex.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A FortiMail as FortiFlex sells it. Checked here, because FortiFlex shuts out a caller after ten mistakes an hour.
 *
 * @param name of its configuration: customer, size, package, add-ons
 */
record FortiMailProduct(String name, List<Parameter> parameters) {
    /** FortiFlex's number for a FortiMail virtual machine. */
    static final int ID = 11;

    private static final int CPUS = 73;
    private static final int PACKAGE = 74;
    private static final int ADD_ONS = 75;
    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8, 16);
    private static final Map<String, String> PACKAGES = Map.of("base", "FMLBASE", "atp", "FMLATP");
    private static final Map<String, String> ADD_ON_CODES = Map.of(
            "advancedManagement", "FMLFEMS",
            "contentAnalysis", "FMLFCAS",
            "cloudApi", "FMLFEOP",
            "continuity", "FMLFEEC");

    static FortiMailProduct of(LicenceRequest request) {
        if (!SIZES.contains(request.cpus())) {
            throw new IllegalArgumentException("No FortiMail has %d CPUs".formatted(request.cpus()));
        }
        var servicePackage = code(PACKAGES, request.servicePackage());
        var addOns = request.addOns().stream()
                .map(addOn -> code(ADD_ON_CODES, addOn))
                .sorted()
                .toList();
        return new FortiMailProduct(
                name(request, servicePackage, addOns), parameters(request.cpus(), servicePackage, addOns));
    }

    private static String name(LicenceRequest request, String servicePackage, List<String> addOns) {
        var words = new ArrayList<>(List.of(request.customer(), "VM%02d".formatted(request.cpus()), servicePackage));
        words.addAll(addOns);
        return String.join(" ", words);
    }

    private static List<Parameter> parameters(int cpus, String servicePackage, List<String> addOns) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Parameter(CPUS, String.valueOf(cpus)));
        parameters.add(new Parameter(PACKAGE, servicePackage));
        addOns.forEach(addOn -> parameters.add(new Parameter(ADD_ONS, addOn)));
        if (addOns.isEmpty()) {
            parameters.add(new Parameter(ADD_ONS, "NONE"));
        }
        return List.copyOf(parameters);
    }

    private static String code(Map<String, String> codes, String word) {
        var code = codes.get(word);
        if (code == null) {
            throw new IllegalArgumentException("FortiFlex sells no FortiMail with " + word);
        }
        return code;
    }
}
