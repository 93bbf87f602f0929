package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificate orders. Those with the status issued hold expired ones too: nothing becomes of an order that ran out. */
@RestController
@RequestMapping("/digicert/services/v2/order/certificate")
class OrderController {
    private static final Listing<Order> LISTING = new Listing<Order>("orders")
            .by("id", Order::id)
            .by("status", Order::status)
            .by("organization_id", order -> order.organization().id())
            .by("product_name_id", order -> order.product().nameId())
            .by("valid_till", Order::validTill)
            .by("user_id", order -> order.organization().id() + 1)
            .by("common_name", Order::commonName)
            .byAny("domain_name", Order::names)
            .by("date_created", Order::dateCreated)
            .by("container_id", order -> order.organization().containerId())
            .by("is_renewed", order -> order.renewed() ? 1 : 0)
            .by("disable_renewal_notifications", order -> 0)
            .by("email", Order::userEmail)
            .by("certificate_id", Order::certificateId)
            .by("origin", order -> "certcentral")
            .by("serial_number", Order::serialNumber)
            .byAny("search", order -> List.of(order.commonName(), order.userEmail()));

    private final Inventory inventory;
    private final Clock clock;

    OrderController(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> list(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept, HttpServletRequest request) {
        var today = LocalDate.now(clock);
        return LISTING.answer(inventory.orders(), ListQuery.of(request), accept, one -> one.entry(today));
    }

    /** @param id of the order, or thumbprint or serial number of its certificate */
    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable String id) {
        return inventory
                .order(id)
                .orElseThrow(() -> DigiCertError.notFound("order"))
                .details(LocalDate.now(clock));
    }

    @GetMapping("/status-changes")
    Map<String, Object> changes(@RequestParam(name = "filters[status_last_updated]") String range) {
        var ends = range.split(Pattern.quote("..."), -1);
        if (ends.length != 2) {
            throw DigiCertError.badRequest("status_last_updated is not a range.");
        }
        return object(
                "orders",
                inventory.changedBetween(moment(ends[0]), moment(ends[1])).stream()
                        .map(Order::statusChange)
                        .toList());
    }

    /** A day, or a day and a time of it, in UTC. */
    private static OffsetDateTime moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : LocalDateTime.parse(text.replace(' ', 'T')).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException noMoment) {
            throw DigiCertError.badRequest("status_last_updated is not a range of dates.");
        }
    }
}
