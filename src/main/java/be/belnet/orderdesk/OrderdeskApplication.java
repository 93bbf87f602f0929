package be.belnet.orderdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs Belnet's service orders. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OrderdeskApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(OrderdeskApplication.class, arguments);
    }
}
