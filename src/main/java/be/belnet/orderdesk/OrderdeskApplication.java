package be.belnet.orderdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs Belnet's service orders. */
@SpringBootApplication
public class OrderdeskApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(OrderdeskApplication.class, arguments);
    }
}
