package be.belnet.orderdesk.belnet;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(Belnet.class)
class BelnetConfiguration {}
