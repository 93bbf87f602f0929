package be.belnet.orderdesk.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {}
