package be.belnet.orderdesk.support;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(SupportProperties.class)
class SupportConfiguration {}
