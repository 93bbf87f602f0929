package be.belnet.orderdesk.customer;

import static be.belnet.orderdesk.fuzz.Parser.requireLine;

import be.belnet.orderdesk.csv.CsvFile;
import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.fuzz.Parser;
import java.util.List;

/** What reads files of the customer register. */
public final class RegisterParsers {
    private RegisterParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.of("CSV of organisations", RegisterParsers::organisations)
                        .weighing(3)
                        .refusingBy(LineRefusedException.class)
                        .like(
                                String.join(";", OrganisationLine.COLUMNS)
                                        + "\nKBR;BR1 BR2;Koninklijke Bibliotheek;government;0123456749;nl;Kunstberg 1;1000;Brussel;BE;kbr.example;relations1;ja\n"),
                Parser.of("CSV of contacts", RegisterParsers::contacts)
                        .weighing(3)
                        .refusingBy(LineRefusedException.class)
                        .like(
                                "\uFEFF" + String.join(",", ContactLine.COLUMNS)
                                        + "\r\nKBR,\"Mail administrator\",a@kbr.example,+32 2 519 53 11,fr,requester technical\r\n"));
    }

    private static void organisations(byte[] file) {
        CsvFile.read(file, OrganisationLine.COLUMNS).forEach(line -> {
            var organisation = OrganisationLine.of(line).organisation();
            requireLine("name", organisation.legalName());
            organisation.mailDomains().forEach(domain -> requireLine("domain", domain));
        });
    }

    private static void contacts(byte[] file) {
        CsvFile.read(file, ContactLine.COLUMNS).forEach(line -> {
            ContactLine contact = ContactLine.of(line);
            requireLine("name", contact.name());
            requireLine("address", contact.email());
        });
    }
}
