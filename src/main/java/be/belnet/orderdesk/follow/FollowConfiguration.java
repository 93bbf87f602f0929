package be.belnet.orderdesk.follow;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(FollowProperties.class)
class FollowConfiguration {}
