package be.belnet.orderdesk.termination;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(TerminationProperties.class)
class TerminationConfiguration {}
