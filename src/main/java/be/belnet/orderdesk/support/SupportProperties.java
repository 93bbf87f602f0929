package be.belnet.orderdesk.support;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of support; application.yaml says what each is for.
 *
 * @param ticketAddress where customers open tickets at Sectigo
 */
@Validated
@ConfigurationProperties("orderdesk.support")
record SupportProperties(@NotNull URI ticketAddress) {}
