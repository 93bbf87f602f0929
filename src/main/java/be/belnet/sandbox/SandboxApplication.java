package be.belnet.sandbox;

import be.belnet.sandbox.digicert.DigiCertSandbox;
import be.belnet.sandbox.dns.DnsSandbox;
import be.belnet.sandbox.faults.FaultsConfiguration;
import be.belnet.sandbox.fortimail.FortiMailSandbox;
import be.belnet.sandbox.fortinet.FortinetConfiguration;
import be.belnet.sandbox.harica.HaricaSandbox;
import be.belnet.sandbox.ledger.LedgerConfiguration;
import be.belnet.sandbox.mail.MailConfiguration;
import be.belnet.sandbox.openstack.OpenStackSandbox;
import be.belnet.sandbox.page.PageConfiguration;
import be.belnet.sandbox.partner.Partners;
import be.belnet.sandbox.sectigo.SectigoSandbox;
import be.belnet.sandbox.world.World;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The outside world: runs alone, or beside Orderdesk in one JVM with nothing in common but the class path.
 *
 * <p>Only what stands in the two lists below starts: no component scan, and neither the engine nor Spring Security,
 * which are on the class path too. A new simulator adds its configuration class to the second list, with a
 * {@link be.belnet.sandbox.partner.Partner} among its beans.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({
    Partners.class,
    LedgerConfiguration.class,
    FaultsConfiguration.class,
    FortinetConfiguration.class,
    OpenStackSandbox.class,
    FortiMailSandbox.class,
    DigiCertSandbox.class,
    SectigoSandbox.class,
    HaricaSandbox.class,
    MailConfiguration.class,
    DnsSandbox.class,
    PageConfiguration.class,
    World.class
})
public class SandboxApplication {

    public static void main(String... args) {
        start(args);
    }

    /**
     * Starts the sandbox and returns when it answers.
     *
     * @param args settings of {@code sandbox.yaml} as {@code --name=value}; tests give {@code --server.port=0} and
     *     {@code --sandbox.database=jdbc:h2:mem:<unique name>}. The port then stands in {@code local.server.port}.
     */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(SandboxApplication.class);
        application.setMainApplicationClass(SandboxApplication.class);
        application.setEnvironment(new SandboxEnvironment());
        application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
        if (loggingStarted()) {
            leaveLoggingAlone(application);
        }
        return application.run(args);
    }

    private static boolean loggingStarted() {
        return LoggerFactory.getILoggerFactory() instanceof ch.qos.logback.classic.LoggerContext logback
                && logback.getObject(LoggingSystem.class.getName()) != null;
    }

    private static void leaveLoggingAlone(SpringApplication application) {
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
    }

    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }

    @Bean
    DataSource dataSource(@Value("${sandbox.database}") String database) {
        return DataSourceBuilder.create()
                .url(database)
                .username("sa")
                .password("")
                .build();
    }
}
