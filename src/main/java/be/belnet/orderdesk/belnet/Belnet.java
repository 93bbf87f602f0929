package be.belnet.orderdesk.belnet;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Belnet's name, address and numbers; the only place that has them.
 *
 * @param team who receives signed contracts
 * @param street by language; English stands in for a missing one
 * @param city by language; English stands in for a missing one
 * @param country by language; English stands in for a missing one
 * @param phone the Service Desk's
 * @param mail the Service Desk's; also the sender of every mail
 */
@Validated
@ConfigurationProperties("orderdesk.belnet")
public record Belnet(
        @NotBlank String name,
        @NotBlank String team,
        @NotBlank String building,
        @NotEmpty Map<String, String> street,
        @NotBlank String postcode,
        @NotEmpty Map<String, String> city,
        @NotEmpty Map<String, String> country,
        @NotBlank String phone,
        @NotBlank @Email String mail) {

    /** The address as an envelope has it, one line each, in a language (nl, fr, en or de). */
    public java.util.List<String> addressLines(String language) {
        return java.util.List.of(name, team, building, in(street, language), postcode + " " + in(city, language));
    }

    /** Where letters are written, in a language (nl, fr, en or de). */
    public String city(String language) {
        return in(city, language);
    }

    private static String in(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, texts.get("en"));
    }
}
