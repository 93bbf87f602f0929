package be.belnet.orderdesk.subscription;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line of the installed base says of one subscription.
 *
 * @param acronym as the register has it now
 */
record ImportedLine(
        String service, String acronym, Agreement agreement, PartnerReferences references, List<String> domains) {
    static final List<String> COLUMNS = List.of(
            "acronym",
            "service",
            "contract_number",
            "contract_start",
            "price_line",
            "licence_serial",
            "licence_end",
            "appliance",
            "domains",
            "authority",
            "organisation_id");

    ImportedLine {
        domains = List.copyOf(domains);
    }

    /** What the file calls the subscription. */
    String key() {
        return service + " " + agreement.contractNumber();
    }

    /** All that is said, apart from who the customer is by now, as one text. */
    String said() {
        return Stream.concat(
                        Stream.of(
                                service,
                                agreement.contractNumber(),
                                agreement.startsOn(),
                                agreement.priceLine(),
                                references.licenceSerial(),
                                references.licenceEndsOn(),
                                references.applianceId(),
                                references.authority(),
                                references.organisationId()),
                        domains.stream())
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining("\n"));
    }
}
