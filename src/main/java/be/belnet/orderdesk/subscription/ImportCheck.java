package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.csv.LineRefusedException.Problem;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.host.HostName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads lines of the installed base, with all that is wrong in each. */
@Component
class ImportCheck {
    private static final List<String> SERVICES = List.of("BAMS", "DCS");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./_-]{0,31}");
    private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{6,64}");
    private static final Pattern OBJECT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final CustomerRegister customers;
    private final PriceLines priceLines;
    private final AuthorityCodes authorities;
    private final SubscriptionHistory history;

    ImportCheck(
            CustomerRegister customers,
            PriceLines priceLines,
            AuthorityCodes authorities,
            SubscriptionHistory history) {
        this.customers = customers;
        this.priceLines = priceLines;
        this.authorities = authorities;
        this.history = history;
    }

    /** @throws LineRefusedException with everything that is wrong in the line */
    ImportedLine read(CsvLine line) {
        var cells = new Cells(line);
        String service = cells.oneOf("service", SERVICES);
        boolean bams = service.equals("BAMS");
        ImportedLine read = new ImportedLine(
                service,
                acronym(cells),
                new Agreement(
                        cells.matching("contract_number", NUMBER, true),
                        contractStart(cells),
                        priceLine(cells, service)),
                bams ? appliance(cells) : organisation(cells),
                domains(cells, bams));
        cells.refuseIfWrong();
        return read;
    }

    private String acronym(Cells cells) {
        String written = cells.required("acronym");
        Optional<String> known = customers.find(written).map(Organisation::acronym);
        if (known.isEmpty() && !written.isEmpty()) {
            cells.problem("acronym", "unknownOrganisation", written);
        }
        return known.orElse(written);
    }

    private LocalDate contractStart(Cells cells) {
        LocalDate start = cells.date("contract_start", true);
        if (start != null && start.isAfter(history.today())) {
            cells.problem("contract_start", "inFuture", null);
        }
        return start;
    }

    private String priceLine(Cells cells, String service) {
        String code = cells.required("price_line");
        if (!code.isEmpty()
                && priceLines
                        .find(code)
                        .filter(line -> line.service().equals(service))
                        .isEmpty()) {
            cells.problem("price_line", "noPriceLine", service);
        }
        return code;
    }

    private static PartnerReferences appliance(Cells cells) {
        cells.mustBeEmpty("authority", "organisation_id");
        return new PartnerReferences(
                cells.matching("licence_serial", SERIAL, true),
                cells.date("licence_end", false),
                cells.matching("appliance", OBJECT_ID, false),
                null,
                null);
    }

    private PartnerReferences organisation(Cells cells) {
        cells.mustBeEmpty("licence_serial", "licence_end", "appliance");
        return PartnerReferences.organisation(
                cells.oneOf("authority", authorities.codes()), cells.matching("organisation_id", OBJECT_ID, false));
    }

    /** Mail security protects some; certificates may wait for theirs. */
    private static List<String> domains(Cells cells, boolean bams) {
        List<Optional<String>> names = cells.values("domains").stream()
                .map(domain -> name(domain, !bams))
                .toList();
        List<String> domains =
                names.stream().flatMap(Optional::stream).distinct().toList();
        if (names.contains(Optional.<String>empty())) {
            cells.problem("domains", bams ? "mailDomain" : "domain", null);
        } else if (bams && domains.isEmpty()) {
            cells.problem("domains", "missing", null);
        }
        return domains;
    }

    private static Optional<String> name(String domain, boolean wildcards) {
        boolean wildcard = wildcards && domain.startsWith("*.");
        return HostName.read(wildcard ? domain.substring(2) : domain).map(name -> wildcard ? "*." + name : name);
    }

    /** The cells of one line, and what is wrong with them. */
    private static final class Cells {
        private final CsvLine line;
        private final List<Problem> problems = new ArrayList<>();

        Cells(CsvLine line) {
            this.line = line;
            if (!line.complete()) {
                problem("file", "cellCount", null);
            }
            line.cells().forEach((column, cell) -> {
                if (cell.codePoints().anyMatch(Cells::isUnseen)) {
                    problem(column, "controlCharacter", null);
                }
            });
        }

        /** No cell is words: nothing in it needs to be unseen. */
        private static boolean isUnseen(int c) {
            int type = Character.getType(c);
            return type == Character.CONTROL && c != '\n'
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
        }

        void problem(String field, String reason, String detail) {
            problems.add(new Problem(field, reason, detail));
        }

        void refuseIfWrong() {
            if (!problems.isEmpty()) {
                throw new LineRefusedException(problems);
            }
        }

        String required(String column) {
            String text = line.cell(column);
            if (text.isEmpty()) {
                problem(column, "missing", null);
            } else if (text.length() > 100) {
                problem(column, "tooLong", "100");
            }
            return text;
        }

        /** Null when it is empty and may be. */
        String matching(String column, Pattern form, boolean required) {
            String text = required ? required(column) : line.cell(column);
            if (!text.isEmpty() && !form.matcher(text).matches()) {
                problem(column, "number", null);
            }
            return text.isEmpty() ? null : text;
        }

        /** Null when it is empty and may be. */
        LocalDate date(String column, boolean required) {
            String text = required ? required(column) : line.cell(column);
            try {
                if (!text.isEmpty() && DATE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException noSuchDay) {
                problem(column, "date", null);
                return null;
            }
            if (!text.isEmpty()) {
                problem(column, "date", null);
            }
            return null;
        }

        String oneOf(String column, List<String> allowed) {
            String text = line.cell(column);
            Optional<String> found = allowed.stream()
                    .filter(value -> value.equalsIgnoreCase(text))
                    .findFirst();
            if (found.isEmpty()) {
                problem(column, text.isEmpty() ? "missing" : "unlisted", String.join(", ", allowed));
            }
            return found.orElse(text);
        }

        void mustBeEmpty(String... columns) {
            Stream.of(columns)
                    .filter(column -> !line.cell(column).isEmpty())
                    .forEach(column -> problem(column, "otherService", line.cell("service")));
        }

        List<String> values(String column) {
            return line.values(column);
        }
    }
}
