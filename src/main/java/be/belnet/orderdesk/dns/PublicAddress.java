package be.belnet.orderdesk.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Which addresses lie in the public Internet, by IANA's registries of special ones (read in November 2026). */
final class PublicAddress {
    private static final Network[] SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All that has been given out of IPv6. */
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private PublicAddress() {}

    /** Addresses of version 6 that stand for one of version 4 count as that: Java hands them out so. */
    static boolean is(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address))
                && Arrays.stream(SPECIAL).noneMatch(network -> network.holds(address));
    }

    private static Network[] networks(String... written) {
        return Stream.of(written).map(Network::of).toArray(Network[]::new);
    }

    private record Network(InetAddress base, int bits) {

        static Network of(String written) {
            var parts = written.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
            } catch (UnknownHostException neverForAnAddress) {
                throw new IllegalArgumentException(written, neverForAnAddress);
            }
        }

        boolean holds(InetAddress address) {
            var one = base.getAddress();
            var other = address.getAddress();
            if (one.length != other.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                if (((one[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
