package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The calls to FortiFlex that licences need. */
class FortiFlex {
    static final String NAME = "FortiFlex";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final FortiCloudApi api;
    private final FortinetProperties.Flex settings;
    private volatile Program program;

    FortiFlex(FortiCloudApi api, FortinetProperties.Flex settings) {
        this.api = api;
        this.settings = settings;
    }

    /** The program licences are taken from; it stays the same for years, so it is asked for again only once one is refused. */
    Program program() {
        if (program == null) {
            var answer = read("/programs/list", Map.of());
            program = chosen(listed(answer.as(Programs.class).programs(), answer));
        }
        return program;
    }

    List<Config> configs() {
        var answer =
                read("/configs/list", Map.of("programSerialNumber", program().serialNumber()));
        return listed(answer.as(Configs.class).configs(), answer);
    }

    Config createConfig(String name, int productType, List<Parameter> parameters) {
        var request = Map.of(
                "programSerialNumber", program().serialNumber(),
                "name", name,
                "productTypeId", productType,
                "parameters", parameters);
        var answer = change("/configs/create", request);
        return only(answer.as(Configs.class).configs(), answer);
    }

    /** @param filter {@code description} or {@code serialNumber} */
    List<Entitlement> entitlements(String filter, String value) {
        var request = Map.of(
                "accountId",
                program().accountId(),
                "programSerialNumber",
                program().serialNumber(),
                filter,
                value);
        var answer = read("/entitlements/list", request);
        return listed(answer.as(Entitlements.class).entitlements(), answer);
    }

    /** All of the program, of whatever product. */
    List<Entitlement> entitlements() {
        var request = Map.of(
                "accountId", program().accountId(),
                "programSerialNumber", program().serialNumber());
        var answer = read("/entitlements/list", request);
        return listed(answer.as(Entitlements.class).entitlements(), answer);
    }

    Entitlement createEntitlement(int configId, String description) {
        var request = Map.of("configId", configId, "count", 1, "description", description);
        return changed("/entitlements/vm/create", request);
    }

    Entitlement stop(String serialNumber) {
        return changed("/entitlements/stop", Map.of("serialNumber", serialNumber));
    }

    /** When the program ends: nothing that is taken from it lasts longer. Asked for anew, since programs are extended too. */
    LocalDateTime programEnd() {
        program = null;
        return program().end();
    }

    /** The same configuration and description, another end. */
    Entitlement extend(Entitlement entitlement, LocalDateTime end) {
        return changed(
                "/entitlements/update",
                Map.of(
                        "serialNumber",
                        entitlement.serialNumber(),
                        "configId",
                        entitlement.configId(),
                        "endDate",
                        end.format(SECONDS)));
    }

    /** Another configuration for the same serial number; description and end stay. */
    Entitlement reconfigure(Entitlement entitlement, int configId) {
        return changed(
                "/entitlements/update", Map.of("serialNumber", entitlement.serialNumber(), "configId", configId));
    }

    /** A new one-time token; the old one ends when the new one is used. */
    Entitlement renewToken(String serialNumber) {
        return changed("/entitlements/vm/token", Map.of("serialNumber", serialNumber));
    }

    private Entitlement changed(String path, Map<String, ?> request) {
        var answer = change(path, request);
        return only(answer.as(Entitlements.class).entitlements(), answer);
    }

    private PartnerAnswer read(String path, Map<String, ?> request) {
        return asked(() -> api.read(path, request));
    }

    private PartnerAnswer change(String path, Map<String, ?> request) {
        return asked(() -> api.change(path, request));
    }

    private PartnerAnswer asked(Supplier<PartnerAnswer> call) {
        try {
            return call.get();
        } catch (PartnerRefusedException refused) {
            program = null;
            throw refused;
        }
    }

    private Program chosen(List<Program> programs) {
        var fitting = programs.stream()
                .filter(one -> settings.programSerialNumber() == null
                        || settings.programSerialNumber().isBlank()
                        || settings.programSerialNumber().equals(one.serialNumber()))
                .toList();
        if (fitting.size() != 1) {
            throw new PartnerRefusedException(
                    NAME, "program", "%d programs fit the setting program-serial-number".formatted(fitting.size()));
        }
        return fitting.get(0);
    }

    private static <T> List<T> listed(List<T> list, PartnerAnswer answer) {
        if (list == null) {
            throw answer.unreadable();
        }
        return list;
    }

    private static <T> T only(List<T> list, PartnerAnswer answer) {
        if (list == null || list.size() != 1) {
            throw answer.unreadable();
        }
        return list.get(0);
    }

    /** Date and time stand apart by a T or, in older answers, by a blank. */
    private static LocalDateTime moment(String written) {
        try {
            return LocalDateTime.parse(written.replace(' ', 'T'));
        } catch (DateTimeParseException | NullPointerException noMoment) {
            throw new PartnerUnavailableException(NAME, "answers an end that is no date");
        }
    }

    record Programs(List<Program> programs) {}

    record Program(String serialNumber, int accountId, String endDate) {
        LocalDateTime end() {
            return moment(endDate);
        }
    }

    /** Creating answers with one object where listing answers with a list. */
    record Configs(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Config> configs) {}

    record Config(int id, String name, String status, Product productType, List<Parameter> parameters) {
        boolean isOf(int product) {
            return productType != null && productType.id() == product;
        }
    }

    record Product(int id) {}

    record Parameter(int id, String value) {}

    /** Some answers name the list {@code vms}. */
    record Entitlements(
            @JsonProperty("entitlements") @JsonAlias("vms") List<Entitlement> entitlements) {}

    record Entitlement(
            String serialNumber,
            int configId,
            String description,
            String endDate,
            String status,
            String token,
            String tokenStatus) {

        /** An end at midnight leaves the day before as the last one. */
        LocalDate lastDay() {
            return moment(endDate).minusNanos(1).toLocalDate();
        }

        boolean ended() {
            return "STOPPED".equals(status) || "EXPIRED".equals(status);
        }

        @Override
        public String toString() {
            return "Entitlement[serialNumber=%s, status=%s]".formatted(serialNumber, status);
        }
    }
}
