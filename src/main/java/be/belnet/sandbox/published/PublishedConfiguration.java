package be.belnet.sandbox.published;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of what is published. */
@Configuration(proxyBeanMethods = false)
@Import({RecordStore.class, PublishedController.class})
public class PublishedConfiguration {}
