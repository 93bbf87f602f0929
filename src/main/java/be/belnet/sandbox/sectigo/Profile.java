package be.belnet.sandbox.sectigo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of certificate, with the terms in days that it can be had for: sectigo-scm.md, section 7.1. */
record Profile(int id, String name, String description, List<Integer> terms) {

    static final List<Profile> ALL = List.of(
            new Profile(301, "GÉANT OV Multi-Domain", "Several names, organisation validated", List.of(365, 730)),
            new Profile(302, "GÉANT EV Multi-Domain", "Several names, extended validation", List.of(365, 730)),
            new Profile(303, "GÉANT IGTF Multi Domain", "Several names, for grids", List.of(365, 395)),
            new Profile(304, "GÉANT Wildcard SSL", "All names of one level", List.of(365, 730)),
            new Profile(305, "EV Anchor Certificate", "Anchor of extended validation", List.of(395)));

    static Optional<Profile> find(int id) {
        return ALL.stream().filter(one -> one.id() == id).findFirst();
    }

    Map<String, Object> shown() {
        return Reply.of(
                "id", id,
                "name", name,
                "description", description,
                "terms", terms,
                "keyTypes", Map.of("RSA", List.of("2048", "3072", "4096"), "EC", List.of("P-256", "P-384")),
                "useSecondaryOrgName", false);
    }
}
