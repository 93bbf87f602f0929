package be.belnet.sandbox.openstack;

import java.util.UUID;

/** Ids of twins: always the same for the same original, so that a twin server and a twin port belong together. */
final class Twins {
    private Twins() {}

    /** @param id may be null, and then is its own twin */
    static String id(String id) {
        return id == null
                ? null
                : UUID.nameUUIDFromBytes(("twin of " + id).getBytes()).toString();
    }
}
