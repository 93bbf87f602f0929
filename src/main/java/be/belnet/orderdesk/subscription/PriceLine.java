package be.belnet.orderdesk.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of a tariff. Once sold it stays as it is; another tariff has other lines.
 *
 * @param code such as BAMS-2026-02-atp
 * @param service BAMS or DCS
 * @param validFrom first day of its tariff
 * @param euroPerYear without value added tax
 */
public record PriceLine(String code, String service, LocalDate validFrom, BigDecimal euroPerYear) {}
