package be.belnet.sandbox.openstack;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one network machines live on, with addresses set aside for documentation and benchmarks. */
final class Network {
    static final String NAME = "bams-net";
    static final String ID = UUID.nameUUIDFromBytes(NAME.getBytes()).toString();
    static final List<Subnet> SUBNETS = List.of(
            new Subnet("192.0.2.", 24),
            new Subnet("198.51.100.", 24),
            new Subnet("203.0.113.", 24),
            new Subnet("198.18.", 16));

    private Network() {}

    /** The subnet an address may be given out from. */
    static Optional<Subnet> holding(String address) {
        return SUBNETS.stream()
                .filter(subnet -> subnet.addresses().anyMatch(address::equals))
                .findFirst();
    }

    /** @param prefix the fixed part of its addresses, up to the last dot */
    record Subnet(String prefix, int length) {
        String id() {
            return UUID.nameUUIDFromBytes(("subnet " + prefix).getBytes()).toString();
        }

        String cidr() {
            return prefix + (length == 24 ? "0/24" : "0.0/16");
        }

        String gateway() {
            return prefix + (length == 24 ? "1" : "0.1");
        }

        /** From .10 on: the first ones belong to the network itself. */
        Stream<String> addresses() {
            return length == 24
                    ? hosts(prefix)
                    : IntStream.range(0, 256).boxed().flatMap(n -> hosts(prefix + n + "."));
        }

        private static Stream<String> hosts(String prefix) {
            return IntStream.rangeClosed(10, 254).mapToObj(host -> prefix + host);
        }
    }
}
