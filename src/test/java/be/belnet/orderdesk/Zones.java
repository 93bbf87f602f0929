package be.belnet.orderdesk;

/** What customers' zones say in the sandbox. */
public final class Zones {
    private Zones() {}

    /** Has the mail of a domain go to one host, and to no other. */
    public static void mailTo(String domain, String host) {
        TestWorld.sandboxTables()
                .sql("delete from dns_record where name = ? and type = 'MX'")
                .param(domain)
                .update();
        new Partners()
                .have(
                        "/api/dns/records",
                        "{\"name\":\"%s\",\"type\":\"MX\",\"ttl\":300,\"value\":\"10 %s.\"}".formatted(domain, host));
    }
}
