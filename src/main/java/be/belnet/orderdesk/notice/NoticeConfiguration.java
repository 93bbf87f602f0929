package be.belnet.orderdesk.notice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {}
