package be.belnet.sandbox.openstack;

import java.time.Instant;

/**
 * A row of {@code os_port}.
 *
 * @param deviceId server on it, null when free
 * @param madeByNova goes with its server
 */
record Port(
        String id,
        String name,
        String subnetId,
        String address,
        String mac,
        String deviceId,
        boolean madeByNova,
        Instant createdAt) {

    /** Another one like it, with the twin of its server. */
    Port twin() {
        return new Port(Twins.id(id), name, subnetId, address, mac, Twins.id(deviceId), madeByNova, createdAt);
    }
}
