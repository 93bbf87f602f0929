package be.belnet.orderdesk.team;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(TeamProperties.class)
class TeamConfiguration {}
