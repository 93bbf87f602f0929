package be.belnet.orderdesk.digicert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.partner.PartnerClient;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Certificates at DigiCert are not revoked by us (D5): there is no way to. */
@AnalyzeClasses(packages = "be.belnet.orderdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ReadOnlyTest {
    private static final String ADAPTER = "be.belnet.orderdesk.digicert..";

    @ArchTest
    static final ArchRule nothingIsChangedThere = noClasses()
            .that()
            .resideInAPackage(ADAPTER)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it changes something at a partner",
                    call -> call.getTarget().getOwner().isEquivalentTo(PartnerClient.class)
                            && call.getTarget().getName().equals("change")));

    @ArchTest
    static final ArchRule everyCallIsAGet = noClasses()
            .that()
            .resideInAPackage(ADAPTER)
            .should()
            .accessFieldWhere(
                    DescribedPredicate.describe("it is another method than GET", ReadOnlyTest::isOtherThanGet));

    @ArchTest
    static final ArchRule nobodyElseKnowsItsAddress = noClasses()
            .that()
            .resideOutsideOfPackage(ADAPTER)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DigiCertProperties.class);

    @Test
    void portHasNoCallThatChanges() {
        assertThat(Arrays.stream(CertificateInventory.class.getMethods()).map(Method::getName))
                .containsExactlyInAnyOrder("name", "organisations", "domains", "certificates");
    }

    private static boolean isOtherThanGet(JavaFieldAccess access) {
        return isOf(access) && !access.getTarget().getName().equals("GET");
    }

    private static boolean isOf(JavaAccess<?> access) {
        return access.getTarget().getOwner().isEquivalentTo(HttpMethod.class);
    }
}
