package be.belnet.orderdesk.dcs;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(FormerCertificatesProperties.class)
class FormerCertificatesConfiguration {}
