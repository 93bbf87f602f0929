package be.belnet.orderdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom. */
@AnalyzeClasses(packages = "be.belnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ENGINE_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideInAPackage("be.belnet.orderdesk..")
            .and()
            .resideOutsideOfPackages(
                    "..process..", "..workflow..", "..desk..", "..security..", "..operations..", "..production..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("services, rules and partners must outlive the engine");

    @ArchTest
    static final ArchRule ORDER_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("..orderdesk.order..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..bams..", "..dcs..", "..contract..", "..correspondence..", "..workflow..");

    @ArchTest
    static final ArchRule WHAT_ORDERS_SHARE_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("..orderdesk.ordering..", "..orderdesk.termination..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..bams..", "..dcs..");

    @ArchTest
    static final ArchRule SERVICES_KNOW_NO_PARTNER = noClasses()
            .that()
            .resideOutsideOfPackages("..fortinet..", "..harica..", "..openstack..", "..digicert..", "..sectigo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.belnet.orderdesk.fortinet..",
                    "be.belnet.orderdesk.harica..",
                    "be.belnet.orderdesk.openstack..",
                    "be.belnet.orderdesk.digicert..",
                    "be.belnet.orderdesk.sectigo..");

    @ArchTest
    static final ArchRule ONE_CLASS_STARTS_THE_SANDBOX = noClasses()
            .that()
            .resideInAPackage("be.belnet.orderdesk..")
            .and()
            .haveSimpleNameNotStartingWith("OutsideWorld")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.belnet.sandbox..");

    @ArchTest
    static final ArchRule SANDBOX_KNOWS_NOTHING_OF_US = noClasses()
            .that()
            .resideInAPackage("be.belnet.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.belnet.orderdesk..", "org.camunda..");

    @Test
    void modulesKeepToTheirApisAndHaveNoCycles() {
        ApplicationModules.of(OrderdeskApplication.class).verify();
    }
}
