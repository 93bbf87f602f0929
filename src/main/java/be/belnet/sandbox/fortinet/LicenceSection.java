package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiFlexConfigs.Config;
import be.belnet.sandbox.fortinet.FortiFlexEntitlements.Entitlement;
import be.belnet.sandbox.fortinet.FortiMailProduct.Parameter;
import be.belnet.sandbox.page.WorldSection;
import java.util.List;
import java.util.stream.Collectors;

/** The licences on the page. */
class LicenceSection implements WorldSection {

    private final FortiFlexEntitlements entitlements;
    private final FortiFlexConfigs configs;

    LicenceSection(FortiFlexEntitlements entitlements, FortiFlexConfigs configs) {
        this.entitlements = entitlements;
        this.configs = configs;
    }

    @Override
    public String title() {
        return "Licences at Fortinet (FortiFlex)";
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public List<String> columns() {
        return List.of("Serial number", "Description", "Status", "Token", "Configuration", "Until");
    }

    @Override
    public List<List<String>> rows() {
        return entitlements.all().stream().map(this::row).toList();
    }

    private List<String> row(Entitlement one) {
        return List.of(
                one.serialNumber(),
                one.description(),
                one.status(),
                one.tokenStatus(),
                describe(configs.get(one.configId())),
                one.endDate().toLocalDate().toString());
    }

    private static String describe(Config config) {
        return config.parameters().stream()
                .map(Parameter::value)
                .filter(value -> !value.equals("NONE"))
                .collect(Collectors.joining(" · ", config.name() + ": ", ""));
    }
}
