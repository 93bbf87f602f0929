package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody of each language who may open every task, and looks for words that nobody translated. */
class Readers implements AutoCloseable {
    private final Map<String, Person> byLanguage = new LinkedHashMap<>();

    Readers(Browser browser, String address) {
        Stream.of("nl-BE", "fr-BE", "en-GB", "de-BE")
                .forEach(language ->
                        byLanguage.put(language, new Person(browser, address, language, "admin").atTasklist()));
    }

    /** Opens the task that a person has open. */
    void read(Person person, String picture) {
        byLanguage.forEach((language, reader) -> {
            Form form = reader.open(person.openTask());
            reader.picture(picture + "-" + language.substring(0, 2));
            assertThat(form.root().innerText())
                    .as("%s in %s", picture, language)
                    .doesNotContainPattern("@?form\\.[a-z]|\\{\\d}|\\{\\{|\\?\\?");
        });
    }

    @Override
    public void close() {
        byLanguage.values().forEach(Person::close);
    }
}
