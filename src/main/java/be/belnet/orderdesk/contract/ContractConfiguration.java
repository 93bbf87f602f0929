package be.belnet.orderdesk.contract;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ContractProperties.class)
class ContractConfiguration {}
