package be.belnet.orderdesk.dns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How to look at what customers publish.
 *
 * @param resolvers validating resolvers as {@code address} or {@code address:port}; IPv6 in brackets. The next is asked
 *     when one fails
 * @param tryFor until a resolver that says nothing is given up
 * @param patience for all of one look-up
 * @param longestTtl a record that may be kept longer is worth a hint
 */
@Validated
@ConfigurationProperties("orderdesk.dns")
record DnsProperties(
        @NotEmpty List<@Pattern(regexp = "([0-9.]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?") String> resolvers,
        @DefaultValue("2s") @NotNull Duration tryFor,
        @DefaultValue("8s") @NotNull Duration patience,
        @DefaultValue("1h") @NotNull Duration longestTtl,
        @DefaultValue @Valid Web web) {
    private static final int DNS = 53;

    List<InetSocketAddress> servers() {
        return resolvers.stream().map(DnsProperties::server).toList();
    }

    private static InetSocketAddress server(String written) {
        var port = written.lastIndexOf(':');
        return port < 0 || port < written.indexOf(']')
                ? new InetSocketAddress(address(written), DNS)
                : new InetSocketAddress(
                        address(written.substring(0, port)), Integer.parseInt(written.substring(port + 1)));
    }

    private static String address(String written) {
        return written.replace("[", "").replace("]", "");
    }

    /**
     * How to visit web sites.
     *
     * @param privateAddresses whether sites may be at addresses that are not public, as those of the sandbox are
     * @param sizeLimit a longer answer is read no further
     */
    record Web(
            @DefaultValue("false") boolean privateAddresses,
            @DefaultValue("80") @Min(1) @Max(65535) int httpPort,
            @DefaultValue("443") @Min(1) @Max(65535) int httpsPort,
            @DefaultValue("16KB") @NotNull DataSize sizeLimit) {}
}
