package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Starts migrations, and does what customers and people at the authorities do on the way; runs no job of its own. */
@TestComponent
public class MigrationDesk {
    private final Desk desk;
    private final Partners partners;
    private final SectigoDesk sectigo;
    private final OrganisationRounds organisations;
    private final DomainRounds rounds;
    private final CustomersTurn turn;
    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;

    MigrationDesk(
            Desk desk,
            Partners partners,
            SectigoDesk sectigo,
            OrganisationRounds organisations,
            DomainRounds rounds,
            CustomersTurn turn,
            FormService forms,
            RepositoryService repository,
            TaskService tasks) {
        this.desk = desk;
        this.partners = partners;
        this.sectigo = sectigo;
        this.organisations = organisations;
        this.rounds = rounds;
        this.turn = turn;
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
    }

    /** Number of the file of a customer that moves from DigiCert; nothing has run yet. */
    String migrate(String customer, String authority) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("dcs-migration")
                .latestVersion()
                .singleResult()
                .getId();
        return desk.as("manager1", () -> forms.submitStartForm(
                        definition, Map.of("acronym", customer, "formerAuthority", "digicert", "authority", authority))
                .getBusinessKey());
    }

    /** Does what is the turn of others now, and has the watchers look once. */
    void othersAct(String customer, String file) {
        rounds.of(file).stream()
                .filter(domain -> domain.state() == State.RECORD_AWAITED)
                .forEach(this::publish);
        turn.published(
                file, rounds.of(file).stream().map(CertificateDomain::place).toList());
        rounds.of(file).stream()
                .filter(domain -> domain.state() == State.WILDCARD_AWAITED)
                .forEach(domain -> addWildcard(customer, domain.domain()));
        organisations.look();
        rounds.look();
    }

    /** Completes all tasks of this id that a file has; how many. */
    int complete(String file, String task, Map<String, Object> answers) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(file)
                .taskDefinitionKey(task)
                .list();
        open.stream()
                .map(Task::getId)
                .forEach(id -> desk.as("operations1", () -> {
                    tasks.claim(id, "operations1");
                    forms.submitTaskForm(id, new HashMap<>(answers));
                    return null;
                }));
        return open.size();
    }

    private void publish(CertificateDomain domain) {
        if (domain.challenge() instanceof Challenge.DnsRecord record && domain.publishedAt() == null) {
            publish("CNAME", record.name(), record.value());
        } else if (domain.challenge() instanceof Challenge.SentToContact) {
            mailed(domain).ifPresent(token -> publish("TXT", domain.domain().name(), token));
        }
    }

    /** What HARICA wrote to the contact about the domain last; empty once it has seen it. */
    private static Optional<String> mailed(CertificateDomain domain) {
        return TestWorld.sandboxTables()
                .sql("select d.token from harica_domain d where d.name = ? and d.token is not null"
                        + " and not exists (select 1 from dns_record r where r.record_value = d.token)")
                .param(domain.domain().name())
                .query(String.class)
                .optional();
    }

    private void publish(String type, String name, String value) {
        partners.have(
                "/api/dns/records",
                "{\"name\":\"%s\",\"type\":\"%s\",\"ttl\":300,\"value\":\"%s\"}".formatted(name, type, value));
    }

    /** HARICA has no entries for wildcards: there they stand with their domain. */
    private void addWildcard(String customer, Domain domain) {
        if (isAtSectigo(customer) && !isRegistered(domain.wildcard())) {
            sectigo.addWildcard(customer, domain);
        }
    }

    private boolean isAtSectigo(String customer) {
        return count("select count(*) from sectigo_organisation where name = ?", sectigo.legalName(customer)) > 0;
    }

    private static boolean isRegistered(Domain domain) {
        return count("select count(*) from sectigo_domain where name = ?", domain.name()) > 0;
    }

    private static int count(String sql, String value) {
        return TestWorld.sandboxTables()
                .sql(sql)
                .param(value)
                .query(Integer.class)
                .single();
    }
}
