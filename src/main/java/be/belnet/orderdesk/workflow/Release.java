package be.belnet.orderdesk.workflow;

import java.lang.module.ModuleDescriptor.Version;

/** A release of Orderdesk, which can tell whether it came before another. */
record Release(Version version) {
    /** @throws IllegalArgumentException when it is no version such as {@code 1.4.0} or {@code 1.4.0-SNAPSHOT} */
    static Release of(String version) {
        return new Release(Version.parse(version));
    }

    boolean isBefore(Release other) {
        return version.compareTo(other.version) < 0;
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
