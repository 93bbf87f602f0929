package be.belnet.orderdesk.benchmark.starter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda's starter, and nothing else. */
@SpringBootApplication
public class CamundaStarter {
    public static void main(String[] arguments) {
        SpringApplication.run(CamundaStarter.class, arguments);
    }
}
