package be.belnet.orderdesk.workflow;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What others may know of the fields of forms. */
@Component
public class FormFields {
    private static final Set<String> TYPED = Set.of("textfield", "textarea");

    private final FormCatalogue catalogue;

    FormFields(FormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether people type what they like there; so does a field that the form does not have. */
    public boolean isText(String form, String field) {
        return Optional.ofNullable(catalogue.schema(form).fields().get(field))
                .map(known -> TYPED.contains(known.type()))
                .orElse(true);
    }
}
