package be.belnet.orderdesk;

import be.belnet.orderdesk.production.Doctor;
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
        if (Doctor.isAskedFor(arguments)) {
            System.exit(Doctor.examine(System.out, System.console() != null, arguments));
        }
        SpringApplication.run(OrderdeskApplication.class, arguments);
    }
}
