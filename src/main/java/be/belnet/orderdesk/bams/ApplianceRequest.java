package be.belnet.orderdesk.bams;

/**
 * What an appliance is made of.
 *
 * @param cpus 1, 2, 4, 8 or 16
 * @param hostName fully qualified, as the customer's MX record will name it
 * @param firstBootLicence content of the licence slot read at first boot; secret
 */
public record ApplianceRequest(int cpus, String hostName, String firstBootLicence) {
    @Override
    public String toString() {
        return "ApplianceRequest[cpus=%d, hostName=%s]".formatted(cpus, hostName);
    }
}
