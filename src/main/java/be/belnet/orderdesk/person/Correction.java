package be.belnet.orderdesk.person;

import java.util.Optional;

/** What is right instead; null where what is there stays. */
public record Correction(String name, String email, String phone, String language) {
    public String nameOr(String present) {
        return Optional.ofNullable(name).orElse(present);
    }

    public String emailOr(String present) {
        return Optional.ofNullable(email).orElse(present);
    }

    public String phoneOr(String present) {
        return Optional.ofNullable(phone).orElse(present);
    }

    public String languageOr(String present) {
        return Optional.ofNullable(language).orElse(present);
    }
}
