package be.belnet.orderdesk.reconciliation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {}
