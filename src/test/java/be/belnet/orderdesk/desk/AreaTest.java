package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.security.StaffDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The navigation leads to all that a person may open, and to nothing else. */
@OrderdeskTest
class AreaTest {
    private static final Pattern WAY = Pattern.compile("<a href=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    StaffDirectory staff;

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "relations1", "adviser1", "operations1", "manager1", "auditor1", "admin"})
    void whatIsShownOpensAndWhatIsNotIsRefused(String user) {
        var person = new ApiCaller(port, user, "en");
        List<Area> shown = Area.of(staff.groupsOf(user));
        assertThat(shown).isNotEmpty();

        Arrays.stream(Area.values())
                .filter(area -> !area.getPath().startsWith("/camunda"))
                .forEach(area -> assertThat(person.get(area.getPath()).statusCode())
                        .as("%s for %s", area, user)
                        .isEqualTo(shown.contains(area) ? 200 : 403));

        String page =
                person.get(user.equals("admin") ? "/customers" : "/orders").body();
        String navigation = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        assertThat(WAY.matcher(navigation).results().map(way -> way.group(1)))
                .containsExactlyElementsOf(shown.stream().map(Area::getPath).toList());
    }
}
