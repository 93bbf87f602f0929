package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Registered products and classic licences: fortinet.md, section 4. Any well-formed code is good, once. */
class FortiCareProducts {

    private static final Pattern REGISTRATION_CODE =
            Pattern.compile("[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{6}");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[A-Z0-9]{16}");
    private static final String MODEL = "FortiMail-VM";
    private static final String SKU = "FE-VM02";
    private static final int MOST_UNITS = 10;
    private static final int PAGE_SIZE = 100;
    private static final String STAMP = "yyyy-MM-dd'T'HH:mm:ss";

    private final JdbcClient jdbc;
    private final FortiFlexPrograms programs;
    private final FortiCareFolders folders;
    private final FortinetSettings settings;
    private final Ledger ledger;

    FortiCareProducts(
            JdbcClient jdbc,
            FortiFlexPrograms programs,
            FortiCareFolders folders,
            FortinetSettings settings,
            Ledger ledger) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.folders = folders;
        this.settings = settings;
        this.ledger = ledger;
    }

    record Support(
            int type,
            String typeDesc,
            int level,
            String levelDesc,
            @JsonFormat(pattern = STAMP) LocalDateTime startDate,
            @JsonFormat(pattern = STAMP) LocalDateTime endDate) {}

    record Term(
            @JsonFormat(pattern = STAMP) LocalDateTime startDate,
            @JsonFormat(pattern = STAMP) LocalDateTime endDate,
            String supportType) {}

    record Contract(String contractNumber, String sku, List<Term> terms) {}

    record License(String licenseNumber, String licenseSKU, String licenseFile) {}

    record ListedLicense(String licenseNumber, String licenseSKU, String serialNumber, String status) {}

    record LicenseFile(String serialNumber, String licenseFile) {}

    /** {@code license} is there for products of a registration code alone. */
    record Asset(
            String serialNumber,
            String productModel,
            String description,
            @JsonFormat(pattern = STAMP) LocalDateTime registrationDate,
            boolean isDecommissioned,
            String status,
            Integer folderId,
            String folderPath,
            @JsonInclude(JsonInclude.Include.NON_NULL) License license,
            List<Support> entitlements,
            List<Contract> contracts,
            @JsonIgnore Instant madeAt) {

        /** Another one like it. */
        Asset twin() {
            return copy(SerialNumbers.twin(serialNumber), folderPath, license);
        }

        private Asset with(License other) {
            return copy(serialNumber, folderPath, other);
        }

        private Asset in(String otherFolder) {
            return copy(serialNumber, otherFolder, license);
        }

        private Asset copy(String serialNumber, String folderPath, License license) {
            return new Asset(
                    serialNumber,
                    productModel,
                    description,
                    registrationDate,
                    isDecommissioned,
                    status,
                    folderId,
                    folderPath,
                    license,
                    entitlements,
                    contracts,
                    madeAt);
        }
    }

    @Transactional
    Asset registerLicence(Fields request) {
        request.optionalText("description").ifPresent(ledger::about);
        requireAccount(request);
        var code = request.text("licenseRegistrationCode");
        if (!REGISTRATION_CODE.matcher(code).matches()) {
            throw Refusal.invalid("licenseRegistrationCode");
        }
        if (count("registration_code", code) > 0) {
            throw Refusal.because("The license registration code was registered already.");
        }
        var serial = request.optionalText("serialNumber").map(this::known).orElseGet(() -> createVirtual(request));
        jdbc.sql("""
                update forticare_product set registration_code = ?, license_number = ?, license_sku = ?
                where serial_number = ?""")
                .params(code, "FEVM%07d".formatted(nextNumber()), SKU, serial)
                .update();
        count("licence registered", request, serial);
        var asset = get(serial);
        return settings.licenceFileAtRegistration() ? asset.with(withFile(asset)) : asset;
    }

    LicenseFile download(Fields request) {
        var asset = details(request);
        if (asset.license() == null) {
            throw Refusal.because("The product has no license file.");
        }
        return new LicenseFile(asset.serialNumber(), file(asset));
    }

    List<ListedLicense> licences(Fields request) {
        requireAccount(request);
        return all().filter(asset -> asset.license() != null)
                .map(asset -> new ListedLicense(
                        asset.license().licenseNumber(),
                        asset.license().licenseSKU(),
                        asset.serialNumber(),
                        "Registered"))
                .filter(one -> matches(request, "licenseNumber", one.licenseNumber()))
                .filter(one -> matches(request, "licenseSKU", one.licenseSKU()))
                .filter(one -> matches(request, "status", one.status()))
                .toList();
    }

    /** Needs a serial number, in which {@code %} stands for anything, or {@code expireBefore}; pages of 100. */
    List<Asset> list(Fields request) {
        requireAccount(request);
        if (!request.has("serialNumber") && !request.has("expireBefore")) {
            throw Refusal.invalid("serialNumber");
        }
        var page = request.optionalNumber("pageNumber").orElse(1);
        return all().filter(serialLike(request))
                .filter(expiring(request))
                .filter(asset -> matches(request, "status", asset.status()))
                .filter(asset -> matches(request, "productModel", asset.productModel()))
                .skip((long) (Math.max(page, 1) - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
    }

    Asset details(Fields request) {
        return get(known(request.text("serialNumber")));
    }

    /** All units or none: at most ten. */
    @Transactional
    List<Asset> register(Fields request) {
        requireAccount(request);
        var units = request.objects("registrationUnits");
        if (units.isEmpty() || units.size() > MOST_UNITS) {
            throw Refusal.invalid("registrationUnits");
        }
        return units.stream().map(this::registerUnit).toList();
    }

    @Transactional
    void describe(Fields request) {
        var serial = known(request.text("serialNumber"));
        var description = request.optionalText("description").orElse("");
        jdbc.sql("update forticare_product set description = ? where serial_number = ?")
                .params(description, serial)
                .update();
        count("product described", request, serial);
    }

    /** Registers a contract; the product it is for is made by that. */
    @Transactional
    Asset registerService(Fields request) {
        requireAccount(request);
        var contract = request.text("contractNumber");
        if (count("contract_number", contract) > 0) {
            throw Refusal.because("The contract was registered already.");
        }
        var serial = createVirtual(request);
        jdbc.sql("update forticare_product set contract_number = ? where serial_number = ?")
                .params(contract, serial)
                .update();
        count("contract registered", request, serial);
        return get(serial);
    }

    /** Null as the folder means the root. */
    @Transactional
    List<Asset> move(Fields request) {
        var serials = new ArrayList<>(request.texts("serialNumbers"));
        request.optionalText("serialNumber").ifPresent(serials::add);
        if (serials.isEmpty()) {
            throw Refusal.invalid("serialNumber");
        }
        var folder = request.optionalNumber("folderId");
        folder.ifPresent(folders::require);
        serials.forEach(serial -> jdbc.sql("update forticare_product set folder_id = ? where serial_number = ?")
                .params(folder.orElse(null), known(serial))
                .update());
        return serials.stream().map(this::get).toList();
    }

    Stream<Asset> all() {
        return jdbc
                .sql("select * from forticare_product order by registration_date, serial_number")
                .query(FortiCareProducts::read)
                .list()
                .stream()
                .map(asset -> asset.folderId() == null ? asset : inFolder(asset));
    }

    private Asset registerUnit(Fields unit) {
        var serial = unit.text("serialNumber");
        if (!SERIAL_NUMBER.matcher(serial).matches() || count("serial_number", serial) > 0) {
            throw Refusal.invalid("serialNumber " + serial);
        }
        unit.optionalNumber("folderId").ifPresent(folders::require);
        insert(serial, unit);
        jdbc.sql("update forticare_product set folder_id = ?, contract_number = ? where serial_number = ?")
                .params(
                        unit.optionalNumber("folderId").orElse(null),
                        unit.optionalText("contractNumber").orElse(null),
                        serial)
                .update();
        count("product registered", unit, serial);
        return get(serial);
    }

    private String createVirtual(Fields request) {
        var serial = "FEVM02%010d".formatted(nextNumber());
        insert(serial, request);
        return serial;
    }

    private void insert(String serial, Fields request) {
        var now = programs.now().withNano(0);
        jdbc.sql("""
                insert into forticare_product
                (serial_number, product_model, description, registration_date, support_until) values (?, ?, ?, ?, ?)""")
                .params(serial, MODEL, request.optionalText("description").orElse(""), now, now.plusYears(1))
                .update();
    }

    private void count(String effect, Fields request, String serial) {
        var reference = request.optionalText("description").orElse(null);
        ledger.about(reference);
        ledger.effect("forticare", effect, reference, serial);
    }

    private int count(String column, String value) {
        return jdbc.sql("select count(*) from forticare_product where " + column + " = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    private long nextNumber() {
        return jdbc.sql("select next value for fortinet_serial")
                .query(Long.class)
                .single();
    }

    private String known(String serial) {
        if (count("serial_number", serial) == 0) {
            throw Refusal.invalid("serialNumber");
        }
        return serial;
    }

    private Asset get(String serial) {
        return all().filter(asset -> asset.serialNumber().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    private Asset inFolder(Asset asset) {
        return asset.in(folders.path(asset.folderId()));
    }

    private void requireAccount(Fields request) {
        request.optionalNumber("accountId").ifPresent(programs::requireOwn);
    }

    private static boolean matches(Fields request, String field, String value) {
        return request.optionalText(field).map(value::equals).orElse(true);
    }

    private static Predicate<Asset> serialLike(Fields request) {
        var pattern = request.optionalText("serialNumber")
                .map(text -> Stream.of(text.split("%", -1)).map(Pattern::quote).toList())
                .map(parts -> Pattern.compile(String.join(".*", parts)));
        return asset ->
                pattern.map(one -> one.matcher(asset.serialNumber()).matches()).orElse(true);
    }

    private static Predicate<Asset> expiring(Fields request) {
        Optional<LocalDateTime> before =
                request.optionalText("expireBefore").map(text -> Dates.parse(text, "expireBefore"));
        return asset -> before.map(date -> asset.entitlements().stream()
                        .anyMatch(one -> one.endDate().isBefore(date)))
                .orElse(true);
    }

    private static License withFile(Asset asset) {
        return new License(asset.license().licenseNumber(), asset.license().licenseSKU(), file(asset));
    }

    private static String file(Asset asset) {
        return """
                -----BEGIN FE VM LICENSE-----
                %s
                %s
                -----END FE VM LICENSE-----
                """.formatted(asset.serialNumber(), asset.license().licenseNumber());
    }

    private static Asset read(ResultSet row, int number) throws SQLException {
        var from = row.getObject("registration_date", LocalDateTime.class);
        var until = row.getObject("support_until", LocalDateTime.class);
        return new Asset(
                row.getString("serial_number"),
                row.getString("product_model"),
                row.getString("description"),
                from,
                false,
                "Registered",
                row.getObject("folder_id", Integer.class),
                FortiCareFolders.ROOT,
                license(row),
                List.of(new Support(12, "Technical Support", 20, "Premium", from, until)),
                contracts(row.getString("contract_number"), from, until),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static License license(ResultSet row) throws SQLException {
        var number = row.getString("license_number");
        return number == null ? null : new License(number, row.getString("license_sku"), null);
    }

    private static List<Contract> contracts(String number, LocalDateTime from, LocalDateTime until) {
        return number == null
                ? List.of()
                : List.of(new Contract(number, SKU, List.of(new Term(from, until, "Technical Support"))));
    }
}
