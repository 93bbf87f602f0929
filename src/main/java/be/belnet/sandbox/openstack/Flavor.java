package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A size of machine. */
record Flavor(String id, String name, int vcpus) {
    private static final int EPHEMERAL_GIGABYTES = 250;

    static final List<Flavor> ALL = Stream.of(1, 2, 4, 8, 16).map(Flavor::of).toList();

    static Optional<Flavor> find(String id) {
        return ALL.stream().filter(flavor -> flavor.id.equals(id)).findFirst();
    }

    Map<String, Object> reference() {
        return object("id", id, "name", name, "links", Cloud.links("flavors", id));
    }

    Map<String, Object> detail() {
        return object(
                "id",
                id,
                "name",
                name,
                "vcpus",
                vcpus,
                "ram",
                vcpus * 2048,
                "disk",
                4,
                "OS-FLV-EXT-DATA:ephemeral",
                EPHEMERAL_GIGABYTES,
                "swap",
                "",
                "OS-FLV-DISABLED:disabled",
                false,
                "os-flavor-access:is_public",
                true,
                "rxtx_factor",
                1.0,
                "links",
                Cloud.links("flavors", id));
    }

    /** How a server shows its flavor from 2.47 on. */
    Map<String, Object> embedded() {
        return object(
                "original_name",
                name,
                "vcpus",
                vcpus,
                "ram",
                vcpus * 2048,
                "disk",
                4,
                "ephemeral",
                EPHEMERAL_GIGABYTES,
                "swap",
                0,
                "extra_specs",
                Map.of());
    }

    private static Flavor of(int vcpus) {
        var name = "bams-" + vcpus;
        return new Flavor(UUID.nameUUIDFromBytes(("flavor " + name).getBytes()).toString(), name, vcpus);
    }
}
